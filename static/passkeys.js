// allauth tells here that the device or the person said no; without this it would stay silent.
document.addEventListener('allauth.error', (event) => {
  const said = document.getElementById('passkey-trouble')
  if (said) { event.preventDefault(); said.hidden = false; said.focus() }
})
