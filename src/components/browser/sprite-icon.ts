import { iconId } from '../icons/icon-id.ts';
import type { IconName } from '../icons/icons.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

/**
 * An icon for decoration; the word beside it carries the meaning. The page must carry it for its scripts (ScriptIcons).
 */
export function spriteIcon(name: IconName, className = 'i'): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  const use = document.createElementNS(svgNamespace, 'use');
  use.setAttribute('href', `#${iconId(name)}`);
  svg.setAttribute('class', className);
  svg.setAttribute('aria-hidden', 'true');
  svg.append(use);
  return svg;
}
