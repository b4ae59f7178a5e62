/** What `undelivered --help` says. */
export const help = `Usage: undelivered [options] [code | text | file]...
       undelivered explain [options] <code | name | text>...
       … | undelivered [options]

Explains failure codes of messaging providers: what happened, whose move it is, whether to send again.

  undelivered 4775                     a code, in every set that has it
  undelivered bandwidth/4775           a code of one set
  undelivered 47xx                     a family of codes
  undelivered explain UNKNOWN_SUBSCRIBER
  undelivered failures.ndjson log.gz   finds the failures in files of any format and size
  undelivered --summary < failures.csv

A known code is taken as a code even where a file has the same name; write ./4775 for the file. "-" is standard input.
gzip is unpacked; UTF-8, and UTF-16 with its mark, are read. Nothing is sent anywhere.

Options
  --json       the answer as JSON
  --csv        the answer as a table: one row for each code
  --summary    what to do with all of it: counts by action, cause, whose move (also with --json)
  --messages   one line for each failed message, as JSON or with --csv as a table; holds recipients and message ids
  -h, --help   this text
  --version    version of the program and date of the data

Exit codes
  0  found: a listed code, or a failure in the input
  1  nothing found: no failure in the input, or no list has the code
  2  wrong usage
  3  input could not be read
`;
