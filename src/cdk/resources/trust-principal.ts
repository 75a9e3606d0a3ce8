import { PolicyDocument, PolicyStatement, PrincipalBase, PrincipalPolicyFragment } from 'aws-cdk-lib/aws-iam';
import { EVERYBODY, Statement } from '../../policy/document';
import { statementToJson } from '../../policy/write';
import { TokenTable } from '../tokens';

/** Hands the core's trust statements to an iam.Role, which otherwise writes its own. */
export class TrustPrincipal extends PrincipalBase {
  public readonly policyFragment: PrincipalPolicyFragment;

  constructor(private readonly statements: readonly Statement[], private readonly tokens: TokenTable) {
    super();
    this.policyFragment = new PrincipalPolicyFragment({ AWS: statements.flatMap((statement) => tokens.decode(namesOf(statement))) });
  }

  public addToAssumeRolePolicy(document: PolicyDocument): void {
    for (const statement of this.statements) {
      document.addStatements(PolicyStatement.fromJson(this.tokens.decode(statementToJson(statement))));
    }
  }

  public dedupeString(): string | undefined {
    return undefined;
  }
}

/** The core trusts nobody but AWS principals. */
function namesOf({ principals }: Statement): string[] {
  return principals === undefined || principals === EVERYBODY ? [] : [...principals.AWS ?? []];
}
