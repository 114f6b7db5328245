export { type Parameter, parametersOf, type Reading } from './parameter.ts';
export {
  checkParameters,
  ParameterError,
  readList,
  readRegion,
  readTexts,
  readWhole,
  readYears,
  UnreadableText,
} from './read.ts';
