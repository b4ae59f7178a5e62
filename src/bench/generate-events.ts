import { createRandom } from '../testing/random.ts';

/** Failures as they are spread in practice: many of a few codes, few of many. */
const bandwidthFailures = [
  [4720, 'invalid-destination-address'],
  [4775, 'destination-rejected-due-to-user-opt-out'],
  [4770, 'destination-spam-detected'],
  [4702, 'destination-subscriber-unavailable'],
  [4750, 'destination-rejected-message'],
  [4785, 'volumetric-violation'],
  [4432, 'message-not-sent'],
  [5620, 'carrier-application-error'],
] as const;
const birdFailures = [
  [15005, '1', 'unknown_subscriber'],
  [15016, '103', 'opted_out'],
  [15001, '34', 'received_network_error'],
  [15010, undefined, 'unsubscribed'],
  [15019, undefined, 'rejected'],
] as const;

const texts = [
  'Your parcel is out for delivery. Track it in the app.',
  'Your appointment is tomorrow at 4:30 pm. Reply C to confirm.',
  'Your code is 472913. It is valid for 10 minutes.',
  'Invoice 4775 is due on March 4. Thank you.',
] as const;

/** A made-up number of a person. */
const number = (index: number): string => `+1202555${String(100 + (index % 100)).padStart(4, '0')}`;

/**
 * Webhook bodies of both vendors, one in a line: one in twenty failed, the others were sent or delivered. `from` is the
 * number of the first, so that files can be written in pieces.
 */
export function* eventLines(count: number, from = 0): Generator<string> {
  const random = createRandom(from + 1);
  for (let index = from; index < from + count; index += 1) {
    const time = new Date(Date.UTC(2026, 2, 4) + index * 250).toISOString();
    const event = random.chance(0.6) ? bandwidthEvent(index, time, random) : birdEvent(index, time, random);
    yield JSON.stringify(event);
  }
}

type Random = ReturnType<typeof createRandom>;
const failedShare = 0.05;

function bandwidthEvent(index: number, time: string, random: Random) {
  const failure = random.chance(failedShare) ? pick(bandwidthFailures, random) : undefined;
  const to = number(random.below(100));
  const from = number(random.below(10));
  return [
    {
      type: failure ? 'message-failed' : random.chance(0.5) ? 'message-delivered' : 'message-sending',
      time,
      description: failure ? failure[1] : 'Message delivered to carrier.',
      to,
      ...(failure ? { errorCode: failure[0] } : {}),
      message: {
        id: `${1_772_582_400_000 + index}abcdefghijkl${index % 1000}`,
        owner: from,
        applicationId: '0f1e2d3c-4b5a-4678-9abc-def012345678',
        time,
        segmentCount: 1 + random.below(3),
        direction: 'out',
        to: [to],
        from,
        text: failure ? '' : random.of(texts),
        tag: `order-${index}`,
      },
    },
  ];
}

function birdEvent(index: number, time: string, random: Random) {
  const failure = random.chance(failedShare) ? pick(birdFailures, random) : undefined;
  const id = `${index.toString(16).padStart(8, '0')}-1111-4111-8111-111111111111`;
  return {
    service: 'channels',
    event: 'sms.outbound',
    payload: {
      id,
      channelId: '22222222-2222-4222-8222-222222222222',
      sender: { connector: { id: '33333333-3333-4333-8333-333333333333', identifierValue: '' } },
      receiver: { contacts: [{ identifierKey: 'phonenumber', identifierValue: number(random.below(100)) }] },
      reference: `campaign-${index % 50}`,
      body: { type: 'text', text: { text: random.of(texts) } },
      status: failure ? 'delivery_failed' : 'delivered',
      reason: failure ? `details: ${failure[2]}; reason: ${failure[2]}` : 'successfully delivered',
      direction: 'outgoing',
      createdAt: time,
      updatedAt: time,
      ...(failure
        ? {
            failure: {
              code: failure[0],
              source: { name: 'sms-messagebird', ...(failure[1] === undefined ? {} : { code: failure[1] }) },
            },
          }
        : {}),
    },
  };
}

/** One of the list, the first ones more often. */
const pick = <Item>(list: readonly Item[], random: Random): Item =>
  random.of(list.slice(0, 1 + random.below(list.length)));

/** About so many bytes of event lines, each ended. */
export function eventText(bytes: number, from = 0): string {
  const lines: string[] = [];
  let size = 0;
  for (const line of eventLines(Infinity, from)) {
    lines.push(line);
    size += line.length + 1;
    if (size >= bytes) break;
  }
  return lines.join('\n').concat('\n');
}

/** A delivery export as a table: a head, then so many rows, one in twenty failed. */
export function exportTable(rows: number): string {
  const random = createRandom(rows);
  const lines = ['Message ID,Date/Time (UTC),Type,Direction,From,To,Status,Error Code,Segment Count'];
  for (let index = 0; index < rows; index += 1) {
    const failure = random.chance(failedShare) ? pick(bandwidthFailures, random) : undefined;
    const time = new Date(Date.UTC(2026, 2, 4) + index * 250).toISOString().slice(0, 19).replace('T', ' ');
    lines.push(
      `${1_772_582_400_000 + index}example,${time},SMS,OUTBOUND,${number(random.below(10))},${number(random.below(100))},${failure ? 'FAILED' : 'DELIVERED'},${failure?.[0] ?? ''},${1 + random.below(3)}`,
    );
  }
  return lines.join('\n').concat('\n');
}
