/** What Chromium has beyond TypeScript's library: pickers of files, and what is dropped as handles. */

interface PickerKind {
  description?: string;
  accept: Record<string, readonly string[]>;
}
interface FileSystemHandle {
  queryPermission?(wanted: { mode: 'read' | 'readwrite' }): Promise<PermissionState>;
  requestPermission?(wanted: { mode: 'read' | 'readwrite' }): Promise<PermissionState>;
}
interface FileSystemDirectoryHandle {
  values(): AsyncIterableIterator<FileSystemFileHandle | FileSystemDirectoryHandle>;
}
interface Window {
  showOpenFilePicker?(options: { multiple?: boolean; types?: readonly PickerKind[] }): Promise<FileSystemFileHandle[]>;
  showSaveFilePicker?(options: { suggestedName?: string; types?: readonly PickerKind[] }): Promise<FileSystemFileHandle>;
  showDirectoryPicker?(options?: { mode?: 'read' | 'readwrite' }): Promise<FileSystemDirectoryHandle>;
}
interface DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemFileHandle | FileSystemDirectoryHandle | null>;
}
