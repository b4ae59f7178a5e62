import { trustedScriptUrl } from '../browser/trusted-url.ts';
import { element } from '../browser/element.ts';
import { factsPath, isOurCache, keepOrder, type CopyFacts } from './copy-facts.ts';
import { copyChoice, copyWords, type CopyState } from './copy-words.ts';

/** Key of storage, set while the person wants no copy. */
const refusedKey = 'undelivered-no-copy';
/** Milliseconds after which the copy is begun even if the page never rests. */
const latestStart = 3000;

/**
 * `<offline-copy>`: one line that says whether the site works offline, and the only place that registers the service
 * worker. The copy is begun when the page has loaded and rests, never by what a person does in the decoder, and loaded by
 * the worker, beside the page. Somebody who pays by the megabyte, has a slow line or has removed the copy is asked first.
 */
class OfflineCopy extends HTMLElement {
  connectedCallback(): void {
    const worker = this.dataset['worker'];
    if (worker === undefined || !('serviceWorker' in navigator) || !('DecompressionStream' in window)) return;
    if (document.readyState === 'complete') void this.#begin();
    else addEventListener('load', () => void this.#begin(), { once: true });
  }

  async #begin(): Promise<void> {
    const registration = await navigator.serviceWorker.getRegistration(this.#base);
    const facts = await readFacts(this.#base);
    if (registration?.active && facts) {
      this.#show({ is: 'ready', facts, hasNewer: registration.waiting !== null });
      this.#watch(await this.#register());
    } else if (isRefused() || isLineDear()) this.#show({ is: 'offered' });
    else whenIdle(() => void this.#keep());
  }

  /** Registers the worker, which loads the copy, and says how it went. */
  async #keep(): Promise<void> {
    this.#show({ is: 'keeping' });
    // From here on a change of the line is news.
    this.setAttribute('role', 'status');
    try {
      const registration = await this.#register();
      const worker = await activated(registration);
      const facts =
        (await readFacts(this.#base)) ?? ((await isKeptBy(worker)) ? await readFacts(this.#base) : undefined);
      if (!facts) throw new Error('The copy is not complete.');
      this.#show({ is: 'ready', facts, hasNewer: false });
      this.#watch(registration);
    } catch {
      this.#show({ is: 'failed' });
    }
  }

  async #remove(): Promise<void> {
    setRefused(true);
    this.setAttribute('role', 'status');
    await (await navigator.serviceWorker.getRegistration(this.#base))?.unregister();
    const names = await caches.keys();
    await Promise.all(names.filter(isOurCache).map((name) => caches.delete(name)));
    this.#show({ is: 'removed' });
  }

  /** Says when a newer version has been loaded while the page is open. */
  #watch(registration: ServiceWorkerRegistration): void {
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing;
      worker?.addEventListener('statechange', () => {
        if (worker.state === 'installed') void this.#tellOfNewer();
      });
    });
  }

  async #tellOfNewer(): Promise<void> {
    const facts = await readFacts(this.#base);
    if (facts) this.#show({ is: 'ready', facts, hasNewer: true });
  }

  #register(): Promise<ServiceWorkerRegistration> {
    return navigator.serviceWorker.register(trustedScriptUrl(new URL(this.dataset['worker'] ?? '', location.href)), {
      updateViaCache: 'none',
    });
  }

  #show(state: CopyState): void {
    const choice = copyChoice(state);
    const button = choice && element('button', { type: 'button', class: 'link' }, choice.words);
    button?.addEventListener('click', () => {
      if (choice?.does === 'remove') void this.#remove();
      else {
        setRefused(false);
        void this.#keep();
      }
    });
    this.replaceChildren(copyWords(state), ...(button ? [' ', button] : []));
    this.dataset['state'] = state.is;
  }

  /** Path of the site, which is the scope of the worker. */
  get #base(): string {
    return new URL('./', new URL(this.dataset['worker'] ?? '', location.href)).pathname;
  }
}

/*
 * Storage may be blocked. Shared with the guards of search (`browser/storage.ts`) these lines would be a file of their own, and
 * one request more on every page.
 */
function isRefused(): boolean {
  try {
    return localStorage.getItem(refusedKey) !== null;
  } catch {
    return false;
  }
}

/** Without storage it holds until the page is left. */
function setRefused(isNow: boolean): void {
  try {
    if (isNow) localStorage.setItem(refusedKey, '');
    else localStorage.removeItem(refusedKey);
  } catch {
    // The next visit begins a copy again.
  }
}

/** Facts of the copy that pages are answered from; undefined where there is none. Of two copies the older is in use. */
async function readFacts(base: string): Promise<CopyFacts | undefined> {
  const response = await caches.match(base + factsPath);
  return response && ((await response.json()) as CopyFacts);
}

/** The worker once it is active. Rejects where it could not load its copy. */
function activated({ installing, waiting, active }: ServiceWorkerRegistration): Promise<ServiceWorker> {
  const worker = installing ?? waiting ?? active;
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker?.state === 'activated') resolve(worker);
      else if (!worker || worker.state === 'redundant') reject(new Error('The worker could not be installed.'));
    };
    worker?.addEventListener('statechange', look);
    look();
  });
}

const isKeptBy = (worker: ServiceWorker): Promise<boolean> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data === true);
    worker.postMessage(keepOrder, [port2]);
  });

/** What some browsers tell of the line: https://wicg.github.io/netinfo/ */
interface Connection {
  readonly saveData?: boolean;
  readonly type?: string;
  readonly effectiveType?: string;
}

/** Whether megabytes that nobody asked for cost money or hold up others: a mobile or slow line, or the wish to save. */
function isLineDear(): boolean {
  const { saveData, type, effectiveType } = (navigator as { connection?: Connection }).connection ?? {};
  return saveData === true || type === 'cellular' || (effectiveType !== undefined && effectiveType !== '4g');
}

/** Safari has no idle callbacks. */
const whenIdle = (run: () => void): void => {
  if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: latestStart });
  else setTimeout(run, latestStart);
};

customElements.define('offline-copy', OfflineCopy);
