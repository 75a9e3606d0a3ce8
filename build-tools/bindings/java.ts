import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'fs';
import { basename, join } from 'path';
import { command } from './command';
import { JsiiAssembly } from './library';
import { CDK, lowestOfRange } from './versions';

/** A compiled Java app; `java -cp` takes the class path. */
export interface JavaApp {
  readonly classPath: string;
}

/**
 * Builds the jar of the library and an app that uses it, in one run of Maven. Nothing is installed into Maven's repository of the
 * machine, which only keeps what was downloaded.
 */
export async function javaApp(assembly: JsiiAssembly, sources: string, appSources: readonly string[], dir: string): Promise<JavaApp> {
  const folder = join(dir, 'java');
  const library = join(folder, 'library');
  const app = join(folder, 'app');
  cpSync(sources, library, { recursive: true });
  pinRanges(join(library, 'pom.xml'));
  mkdirSync(join(app, 'src', 'main', 'java'), { recursive: true });
  appSources.forEach((file) => cpSync(file, join(app, 'src', 'main', 'java', basename(file))));
  writeFileSync(join(app, 'pom.xml'), appProject(assembly));
  writeFileSync(join(folder, 'pom.xml'), project('all', '<packaging>pom</packaging><modules><module>library</module><module>app</module></modules>'));
  await command('mvn', [
    '--batch-mode', '--quiet', '--no-transfer-progress', '-Dmaven.javadoc.skip', '-Dmaven.source.skip', '-Denforcer.skip', 'package',
  ], { cwd: folder });
  return { classPath: [join(app, 'target', 'classes'), readFileSync(join(app, CLASS_PATH), 'utf8').trim()].join(':') };
}

const CLASS_PATH = join('target', 'class-path');

function pinRanges(file: string): void {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/<version>(\[.*?)<\/version>/g, (_, range) => `<version>${lowestOfRange(range)}</version>`));
}

/** The CDK is named as a user names it, so that its version is the app's choice. */
function appProject({ version, targets: { java: { maven } } }: JsiiAssembly): string {
  return project('app', `
  <properties>
    <maven.compiler.release>11</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
    ${[
      [maven.groupId, maven.artifactId, version],
      ['software.amazon.awscdk', 'aws-cdk-lib', CDK['aws-cdk-lib']],
      ['software.constructs', 'constructs', CDK.constructs],
    ].map(([groupId, artifactId, wanted]) => `<dependency>
      <groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId><version>${wanted}</version>
    </dependency>`).join('\n    ')}
  </dependencies>
  <build>
    <plugins>
      ${plugin('compiler', '3.11.0')}
      ${plugin('jar', '3.3.0')}
      ${plugin('dependency', '3.6.1', `
        <executions>
          <execution>
            <phase>package</phase>
            <goals><goal>build-classpath</goal></goals>
            <configuration><outputFile>${CLASS_PATH}</outputFile></configuration>
          </execution>
        </executions>`)}
    </plugins>
  </build>`);
}

function plugin(name: string, version: string, more: string = ''): string {
  return `<plugin><groupId>org.apache.maven.plugins</groupId><artifactId>maven-${name}-plugin</artifactId><version>${version}</version>${more}</plugin>`;
}

function project(artifactId: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>scratch</groupId>
  <artifactId>${artifactId}</artifactId>
  <version>0</version>
  ${content}
</project>
`;
}
