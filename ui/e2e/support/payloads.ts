// What is written into free texts to see whether a page executes it.
export const PAYLOADS = [
  `<img src=x onerror="window.executed=1">`,
  `<script>window.executed=1</script>`,
  `"><svg onload="window.executed=1">`,
  `javascript:window.executed=1//{{1+1}}`,
  `'); DROP TABLE user;-- " OR 1=1`,
  `=cmd|' /C calc'!A0`,
] as const;
