import { showPages } from './pages.js';
import { build, fill } from './view.js';

// Who has one contract does not choose.
export function showContracts(place) {
  return showPages(place, {
    path: '/contracts',
    list: 'contracts',
    row: 'contract',
    open: contract => { location.hash = `/contratos/${contract.number}`; },
    surround: found => {
      if (found.total === 1) location.replace(`#/contratos/${found.items[0].number}`);
      else if (found.total === 0) fill(place.content, build('no-contracts'));
      return found.total > 1 && place.content;
    },
  });
}
