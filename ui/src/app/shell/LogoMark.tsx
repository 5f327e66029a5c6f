// The shop's mark: a market awning over a persimmon.
export function LogoMark() {
  return (
    <svg width="30" height="30" viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="9" fill="var(--mantine-color-persimmon-7)" />
      <path d="M7 9h18l2 6a3.2 3.2 0 0 1-5.5 1.6 3.6 3.6 0 0 1-5.5 0 3.6 3.6 0 0 1-5.5 0A3.2 3.2 0 0 1 5 15z" fill="#fff" />
      <path d="M9 19.5V24a1.5 1.5 0 0 0 1.5 1.5h11A1.5 1.5 0 0 0 23 24v-4.500" fill="none" stroke="#fff" strokeWidth="2.2" strokeLinecap="round" />
    </svg>
  );
}
