/** The one-click template. */
export { OneClickStack } from './one-click-stack';
export { type OneClickCallBack, OneClickExternalId, type OneClickStackProps } from './one-click-stack-props';
