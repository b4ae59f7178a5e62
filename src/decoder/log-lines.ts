/** Lines of logs, and what they say of a message in words. */
import { chatLine } from './free-text-words.ts';

/** Whether a log line says in words that the message arrived, and nothing else. */
export function tellsOfDelivery(text: string): boolean {
  return (
    looksLikeLog(text) &&
    /\b(?:delivered|accepted|received|queued|sent successfully|successfully sent)\b/i.test(text) &&
    !/fail|undeliver|not delivered|reject|error|could not|couldn't/i.test(text)
  );
}

/** Whether a line was written by a program: with a time of day, a level or a request. */
export function looksLikeLog(line: string): boolean {
  if (chatLine.test(line) && !/\b(?:ERROR|WARN|INFO|DEBUG|FATAL)\b/.test(line)) return false;
  return (
    /\d{1,2}:\d{2}:\d{2}/.test(line.slice(0, 200)) ||
    /^\s*\[?(?:DEBUG|INFO|WARN|WARNING|ERROR|FATAL|TRACE|NOTICE)\b/.test(line) ||
    /"(?:GET|POST|PUT|HEAD) \//.test(line)
  );
}

/** A log line of a message that arrived. */
export function isFineLog(line: string): boolean {
  return (
    /\b(?:delivered|message-delivered|status[=:]\s?"?(?:sent|delivered|ok|queued)|DELIVRD|received from|inbound)\b/i.test(
      line,
    ) && !/fail|undeliver|not delivered|reject|error code|could not|couldn't/i.test(line)
  );
}
