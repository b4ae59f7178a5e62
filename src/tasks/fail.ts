/** Ends a command with a message for the person who called it, and exit code 1. */
export function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
