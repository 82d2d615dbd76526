/** The logo of the desk: a page with a correction mark. The same as public/favicon.svg. */
export function CopydeskIcon() {
  return (
    <svg viewBox="0 0 32 32" width="100%" height="100%" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#0d0e12" />
      <path d="M8 9h16M8 14h10M8 19h16M8 24h7" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" />
      <path d="m19 25 6-6" stroke="#f6604c" strokeWidth="2.8" strokeLinecap="round" />
    </svg>
  )
}
