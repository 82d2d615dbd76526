/** Name of the findings inspector; it stands in addresses of the Studio. */
export const FINDINGS_INSPECTOR = 'findings'
