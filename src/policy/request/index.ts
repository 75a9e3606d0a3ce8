/** The front door: what somebody asked for, checked. */
export { type PlainAccess, plainFolder, plainLocation, plainPermissions, plainTrust, plainVendor, type Surroundings } from './plain-role';
