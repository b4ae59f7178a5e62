/** Words that join two statements of one line: "failure":{"code":15016} and 3 more say errcode=4720 */
const joint = /(?<![\p{L}\p{N}_])(?:and|but|then|und|dann|y|et|puis)(?![\p{L}\p{N}_])/iu;

/** Whether the text between two fields begins another statement, which may tell of another message. */
export const beginsStatement = (between: string): boolean => joint.test(between);
