/** The release of this program, as its package says it when npm starts it. */
export const RELEASE = process.env['npm_package_version'] ?? '0.1.0';
