/// <reference lib="dom" />
import { showPage } from './page';
import { KitFacts } from '../src/one-click/setup/facts';

showPage(JSON.parse(document.getElementById('facts')!.textContent!) as KitFacts, new URL(location.href));
