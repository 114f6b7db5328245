import { renderBoth } from '../../base/index.ts';
import { messages } from './messages.ts';

/** What every interval over works leaves out, for reports and the help of levels. */
export const WORKS_INDEPENDENT = renderBoth(messages.worksIndependent());
