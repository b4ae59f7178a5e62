import { href, paths } from '#site/urls';

/**
 * Says below the header that search could not be loaded; Escape or a click elsewhere takes it away. The search page is
 * the other way because some browsers keep the failure of a script until the page is left (whatwg/html#6768).
 */
export function sayFailure(parent: HTMLElement): void {
  const page = document.createElement('a');
  page.href = href(paths.search);
  page.append('search page');
  const message = document.createElement('p');
  message.className = 'search-failed';
  message.role = 'alert';
  message.popover = 'auto';
  message.append('Search could not be loaded. Check the connection and try again, or open the ', page, '.');
  message.addEventListener('toggle', ({ newState }) => newState === 'closed' && message.remove());
  parent.append(message);
  message.showPopover();
}
