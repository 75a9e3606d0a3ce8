/** The one-click template. */
export { type OneClickCallBack, OneClickExternalId, OneClickStack, type OneClickStackProps } from './one-click-stack';
