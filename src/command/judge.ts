import type { Judge, Judged } from '#batch';
import type { ExplainedSet } from '#package/explained';
import type { Reference } from '#package/reference';

/** Judges codes by the reference, as the explainer of the site does by what its page has loaded. */
export function createJudge({ sets, explain, explainDigits }: Reference): Judge {
  const byId = new Map(sets.map((set) => [set.id, set]));
  const known = new Map<string, Judged>();

  function judge(set: ExplainedSet, code: string): Judged {
    const { sender, provider, carrier, handset } = set.stations;
    const judged = { set: { provider: set.provider, stations: [sender, provider, carrier, handset] as const } };
    const listed = explain(set.id, code);
    if (listed) {
      const { heading, causes, stopped, responsible, retry, action, billed, steps } = listed;
      return {
        ...judged,
        kind: 'listed',
        heading,
        cause: { id: causes[0]?.id ?? '', heading: causes[0]?.heading ?? heading },
        stopped: stopped.value,
        responsible: responsible.value,
        retry: retry.value,
        because: retry.because ?? undefined,
        action,
        billed: billed?.value,
        step: steps[0]?.text,
      };
    }
    const isPattern = code.endsWith('x');
    const own = explainDigits(set.id, code)?.family;
    const family = own ?? explainDigits(set.id, code.replaceAll('x', '0'))?.family;
    return {
      ...judged,
      kind: isPattern ? 'pattern' : 'unlisted',
      heading: isPattern ? (own?.heading ?? `All codes ${code}`) : 'Not listed',
      cause: undefined,
      stopped: family?.stopped.value ?? 'unknown',
      responsible: family?.responsible?.value ?? 'unknown',
      retry: family?.retry?.value ?? 'unknown',
      because: family?.retry?.because ?? undefined,
      action: 'leave',
      billed: undefined,
      step: family?.steps[0]?.text,
    };
  }

  return {
    explain(id, code) {
      const set = byId.get(id);
      const key = `${id}:${code}`;
      const judged = known.get(key) ?? (set && judge(set, code));
      // An input can hold any number of codes that no list has.
      if (judged && known.size < mostKept) known.set(key, judged);
      return judged;
    },
  };
}

const mostKept = 2000;
