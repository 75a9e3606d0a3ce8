import { mkdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { command } from './command';
import { CDK } from './versions';

/** The library as users have it: installed from its tarball into an app, beside the oldest CDK that it supports. */
export interface InstalledLibrary {
  readonly tarball: string;
  /** The app; its code can load the library and the CDK. */
  readonly app: string;
  /** The library in it. */
  readonly folder: string;
  /** What jsii knows of its public API. */
  readonly assembly: JsiiAssembly;
}

/** The part of a `.jsii` file that is of use here. */
export interface JsiiAssembly {
  readonly name: string;
  readonly version: string;
  readonly types: Readonly<Record<string, JsiiType>>;
  readonly targets: {
    readonly python: { readonly module: string };
    readonly java: { readonly package: string; readonly maven: { readonly groupId: string; readonly artifactId: string } };
    readonly go: { readonly moduleName: string };
  };
}

export interface JsiiType {
  readonly kind: 'class' | 'interface' | 'enum';
  readonly name: string;
  /** Whether it is a struct. */
  readonly datatype?: boolean;
  readonly properties?: readonly JsiiProperty[];
  readonly members?: ReadonlyArray<{ readonly name: string }>;
  readonly initializer?: { readonly parameters?: readonly JsiiParameter[] };
  readonly methods?: ReadonlyArray<{ readonly name: string; readonly static?: boolean; readonly parameters?: readonly JsiiParameter[] }>;
  readonly interfaces?: readonly string[];
}

export interface JsiiProperty {
  readonly name: string;
  readonly optional?: boolean;
  readonly immutable?: boolean;
  readonly static?: boolean;
  readonly type: JsiiReference;
}

export interface JsiiParameter extends JsiiProperty {
  readonly variadic?: boolean;
}

export type JsiiReference =
  | { readonly fqn: string }
  | { readonly primitive: string }
  | { readonly collection: { readonly kind: 'array' | 'map'; readonly elementtype: JsiiReference } }
  | { readonly union: { readonly types: readonly JsiiReference[] } };

/** Installs a tarball of the library into a new app in `dir`. */
export async function installLibrary(tarball: string, dir: string): Promise<InstalledLibrary> {
  const app = join(dir, 'node');
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'scratch-app', private: true }));
  await command('npm', [
    'install', '--no-audit', '--no-fund', '--prefer-offline', tarball, ...Object.entries(CDK).map(([name, version]) => `${name}@${version}`),
  ], { cwd: app });
  const folder = join(app, 'node_modules', 'cdk-vendor-s3-access');
  return { tarball, app, folder, assembly: JSON.parse(readFileSync(join(folder, '.jsii'), 'utf8')) };
}
