export interface Java {
  readonly home: string;
  /** Such as 25. */
  readonly version: number;
  readonly command: string;
}
/** The newest on this machine; throws where none is of at least `oldest`. */
export function findJava(oldest: number, env?: NodeJS.ProcessEnv): Java;
