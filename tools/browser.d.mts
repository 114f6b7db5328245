/** What `CHROMIUM` says, else the first on the path; null where there is none. */
export function browserPath(env?: NodeJS.ProcessEnv): string | null;
