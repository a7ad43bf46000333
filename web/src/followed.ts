/** What is followed: panes are told what changed, and what was not done. */

import type { Failed } from './host.ts';

export const TOPICS = ['list', 'file', 'text', 'assessment', 'picture', 'draft', 'selection', 'options', 'status', 'conflict', 'busy', 'workspace', 'lifts', 'unanswered'] as const;
export type Topic = (typeof TOPICS)[number];

export interface Notice {
  kind: 'edit' | 'save' | 'open' | 'draw' | 'outside' | 'outsideBroken' | 'told';
  message: string;
  help?: string;
  /** The field, by its `data-focus`, whose change it is about. */
  at?: string;
}

export class Followed {
  /** The field that somebody acts on now, by its `data-focus`. */
  acting: () => string | null = () => null;
  #followers: ((topics: ReadonlySet<Topic>) => void)[] = [];
  #noticed: ((notice: Notice) => unknown)[] = [];

  follow(follower: (topics: ReadonlySet<Topic>) => void): void {
    this.#followers.push(follower);
  }
  /** Whoever comes first is asked first; who answers true has told it where it belongs. */
  onNotice(told: (notice: Notice) => unknown): void {
    this.#noticed.push(told);
  }
  /** Let go of all that follow: other panes take their place. */
  unfollowed(): void {
    this.#followers = [];
    this.#noticed = [];
  }
  tell(...topics: Topic[]): void {
    const told = new Set(topics);
    for (const follower of this.#followers) follower(told);
  }
  /** Tell everything, to those who have just come. */
  tellAll(): void {
    this.tell(...TOPICS);
  }
  notice(notice: Notice): void {
    this.#noticed.some((told) => told(notice) === true);
  }
}

/** What a host refused, as a notice. */
export function noticeOf(kind: Notice['kind'], { error }: Failed): Notice {
  return { kind, message: error.message, ...(error.help ? { help: error.help } : {}) };
}
