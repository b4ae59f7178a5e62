import type { Result } from '#search';
import { paths, withBase } from '#site/urls';

export const kindWords: Readonly<Record<Result['kind'], string>> = {
  code: 'Code',
  family: 'Family',
  set: 'Overview',
  cause: 'Cause',
  guide: 'Guide',
};

/** Address of a result; that of a page which is no cause says its path. */
export const addressOf = ({ kind, ref }: Pick<Result, 'kind' | 'ref'>, base: string): string =>
  withBase(kind === 'cause' ? paths.cause(ref) : `/${ref}/`, base);
