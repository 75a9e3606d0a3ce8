/// <reference lib="dom" />
import { KitFacts } from '../src/one-click/setup/facts';
import { checkSetup } from '../src/one-click/setup/setup';

const facts = JSON.parse(document.getElementById('facts')!.textContent!) as KitFacts;
console.log(checkSetup(facts, { accountId: '', region: '', externalId: '', principalArn: '', roleName: '', buckets: [] }));
