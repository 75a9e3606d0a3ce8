/** Ways to run or load something, once somebody has got an element into the page. What runs leaves a mark. */
export const ATTACKS: Readonly<Record<string, (attack: { readonly url: string; readonly code: string }) => unknown>> = {
  'a script element': ({ code }) => {
    const script = document.createElement('script');
    script.append(document.createTextNode(code));
    document.body.append(script);
  },
  'markup with a handler': ({ code }) => {
    document.body.insertAdjacentHTML('beforeend', `<img src="data:," onerror="${code}">`);
  },
  'a handler': ({ code }) => {
    const image = document.createElement('img');
    image.setAttribute('onerror', code);
    image.src = 'data:,';
    document.body.append(image);
  },
  'text to run later': ({ code }) => {
    setTimeout(code as unknown as () => void);
  },
  'a script from outside': ({ url }) => {
    const script = document.createElement('script');
    script.src = url;
    document.body.append(script);
  },
  'an image from outside': ({ url }) => {
    const image = document.createElement('img');
    image.src = url;
    document.body.append(image);
  },
  'a style from outside': ({ url }) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = url;
    document.head.append(link);
  },
  'a frame': ({ url }) => {
    const frame = document.createElement('iframe');
    frame.src = url;
    document.body.append(frame);
  },
  'fetch': async ({ url }) => fetch(url),
  'a beacon': ({ url }) => navigator.sendBeacon(url, 'x'),
  // Comes last: it takes the page away.
  'a form': ({ url }) => {
    const form = document.createElement('form');
    form.action = url;
    document.body.append(form);
    form.submit();
  },
};
