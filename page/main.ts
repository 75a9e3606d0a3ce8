/// <reference lib="dom" />
import { showPage } from './page';
import { KitFacts } from '../src/kit/form';

showPage(JSON.parse(document.getElementById('facts')!.textContent!) as KitFacts, new URL(location.href));
