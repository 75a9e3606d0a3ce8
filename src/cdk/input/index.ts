/** Checks of what plain JavaScript may hand in. */
export { readDefinitionFile } from './definition-file';
export { lockedCopy, lockedOptions, whyEndless } from './frozen';
export { checkList, checkOptionalList } from './lists';
export { checkEnum, checkStruct, checkSwitch, checkSwitches, type PropertyNames, readProps } from './structs';
