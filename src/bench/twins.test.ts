import { expect, test } from 'vitest';
import { readTwin } from './twins.node.ts';

test('a twin keeps its words, and its links become paths', () => {
  const text = `---
title: "Bandwidth error 4775"
description: "The person \\"opted out\\"."
url: "https://codes.example.com/bandwidth/4775/"
set: "bandwidth"
---

# Bandwidth 4775

See [4475](https://codes.example.com/bandwidth/4475/) and [elsewhere](https://other.example.com/).
`;
  expect(readTwin('bandwidth/4775.md', text)).toEqual({
    file: 'bandwidth/4775.md',
    title: 'Bandwidth error 4775',
    description: 'The person "opted out".',
    heading: 'Bandwidth 4775',
    body: 'See [4475](/bandwidth/4475/) and [elsewhere](https://other.example.com/).\n',
  });
});
