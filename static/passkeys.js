// allauth tells here that the device or the person said no; without this it would stay silent.
document.addEventListener('allauth.error', (event) => {
  const said = document.getElementById('passkey-trouble')
  if (said) { event.preventDefault(); said.hidden = false; said.focus() }
})

// A page names in data the function of allauth that it wants, and what that is told. Doing this
// here saves a request for allauth's script of the same purpose.
document.addEventListener('DOMContentLoaded', () => {
  for (const wish of document.querySelectorAll('script[data-allauth-onload]')) {
    const [root, ...names] = wish.dataset.allauthOnload.split('.')
    if (root !== 'allauth') continue
    const start = names.reduce((found, name) => found?.[name], window.allauth)
    start(JSON.parse(wish.textContent))
  }
})
