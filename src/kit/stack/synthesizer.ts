import { BootstraplessSynthesizer, DockerImageAssetLocation, DockerImageAssetSource, FileAssetLocation, FileAssetSource, ISynthesisSession } from 'aws-cdk-lib';
import { located } from '../../cdk/report';
import { fail } from '../../policy/base';

/** Writes a template that stands alone: nothing has to be in the account before, and nothing comes with it. */
export class StandaloneSynthesizer extends BootstraplessSynthesizer {
  /**
   * @param settled is called when nothing else can change the stack any more
   * @param written is called when the template was written, before the stack's messages are
   */
  constructor(private readonly settled: () => void, private readonly written: (session: ISynthesisSession) => void) {
    super({});
  }

  public override addFileAsset(asset: FileAssetSource): FileAssetLocation {
    return this.refuse(asset.fileName ?? asset.sourceHash);
  }

  public override addDockerImageAsset(asset: DockerImageAssetSource): DockerImageAssetLocation {
    return this.refuse(asset.directoryName ?? asset.sourceHash);
  }

  public override synthesize(session: ISynthesisSession): void {
    this.settled();
    this.synthesizeTemplate(session);
    this.written(session);
    this.emitArtifact(session);
  }

  private refuse(asset: string): never {
    return located(this.boundStack, () =>
      fail('StackContentInvalid', 'asset', asset, 'a customer has the template alone; remove what needs a file or an image'));
  }
}
