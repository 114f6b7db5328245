export { type Parameter, parametersOf } from './parameter.ts';
export {
  checkParameters,
  ParameterError,
  readList,
  readRegion,
  readTexts,
  readWhole,
  readYears,
} from './read.ts';
export { messages as parameterMessages } from './messages.ts';
