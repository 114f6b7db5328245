import { useSelection } from '../state/selection.ts';
import { words, type Words } from './frame.ts';

/** The words of the frame in the reader's language. */
export const useWords = (): Words => words[useSelection().lang];
