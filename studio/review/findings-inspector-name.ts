/** Name of the findings inspector, which is part of addresses in the Studio. */
export const FINDINGS_INSPECTOR = 'findings'
