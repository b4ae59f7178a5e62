/** Texts that set `globalThis.hostile` where a page reads them as markup or script. Each breaks out in another place. */
export const hostileTexts: readonly string[] = [
  '<img src=x onerror="globalThis.hostile=1">',
  '<script>globalThis.hostile=1</script>',
  '"><svg onload="globalThis.hostile=1">',
  "' autofocus onfocus='globalThis.hostile=1",
  'javascript:globalThis.hostile=1',
  '</title><script>globalThis.hostile=1</script>',
  '<iframe srcdoc="<script>parent.hostile=1</script>">',
  '</template><img src=x onerror=globalThis.hostile=1>',
  '{{constructor.constructor("globalThis.hostile=1")()}}',
  '\u202e<b onmouseover=globalThis.hostile=1>landline</b>',
];
