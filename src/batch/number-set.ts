/**
 * Counts distinct recipients in bounded memory: 16 to 32 bytes each, at most 48 MB (while it grows; then 32). A recipient is kept as one number:
 * a phone number as itself, anything else as a hash of 53 bits, of which a million have one collision in 18,000 runs.
 */
export class NumberSet {
  #slots = new Float64Array(1024);
  #size = 0;
  #isFull = false;

  /** Distinct values so far; a lower bound once `isFull`. */
  get size(): number {
    return this.#size;
  }

  /** Whether there was no room for more. Later values then count as seen. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /** Takes a recipient; true if it was not there before. */
  add(recipient: string): boolean {
    const value = keyOf(recipient);
    const slot = this.#find(value);
    if (this.#slots[slot] === value) return false;
    if (this.#size >= mostValues) {
      this.#isFull = true;
      return false;
    }
    this.#slots[slot] = value;
    this.#size += 1;
    if (this.#size * 2 > this.#slots.length) this.#grow();
    return true;
  }

  #find(value: number): number {
    const mask = this.#slots.length - 1;
    let slot = (Math.imul(value % 4294967296, 2654435761) ^ (value / 2097152)) & mask;
    while (this.#slots[slot] !== 0 && this.#slots[slot] !== value) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Float64Array(before.length * 2);
    for (const value of before) if (value !== 0) this.#slots[this.#find(value)] = value;
  }
}

const mostValues = 2 ** 21;

/** Never 0, which marks a free slot. */
function keyOf(recipient: string): number {
  const digits = recipient.replace(/^(?:\+|00)|[\s().-]/g, '');
  if (/^[1-9]\d{4,14}$/.test(digits)) return Number(digits);
  return hash(recipient.trim().toLowerCase());
}

/** cyrb53, kept above the phone numbers by its sign. */
function hash(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return -(4294967296 * (2097151 & low) + (high >>> 0) + 1);
}
