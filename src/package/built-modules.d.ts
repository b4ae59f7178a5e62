/** Modules that `npm run build:package` makes from data/. */
declare module 'undelivered:data' {
  /** PackedData as `writeData` of data-text.ts writes it. */
  export const packed: string;
}

declare module 'undelivered:sets' {}

declare module 'undelivered:version' {
  export const version: string;
}
