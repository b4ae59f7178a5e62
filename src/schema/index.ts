/** The shape of one file under data/. Knows nothing of the other files. */
export * from './fields.ts';
export * from './source.ts';
export * from './cause.ts';
export * from './recognise.ts';
export * from './code-set.ts';
export * from './code.ts';
export * from './namesake.ts';
