/** The theme: the system's until somebody chooses; the report keeps it under the same name. */

const KEPT = 'cjm-theme';

export function toggleTheme(): void {
  const root = document.documentElement;
  const isDark = root.dataset['theme'] ? root.dataset['theme'] === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  const theme = isDark ? 'light' : 'dark';
  root.dataset['theme'] = theme;
  try {
    localStorage.setItem(KEPT, theme);
  } catch {
    /* a private window */
  }
}
