## Setting up

setup-title = Crea tu comunidad
setup-lead = Dos minutos y tu calendario tendrá una casa. Todo se puede cambiar después.
setup-community = La comunidad
setup-slug-hint = Para su dirección junto a otras en este servidor. Si lo dejas vacío, sale del nombre.
setup-admin = Tú
setup-admin-text = Serás su administrador y quien lleva este servidor.
setup-admin-name = Tu nombre
setup-email = Tu correo
setup-password = Una contraseña
setup-password-hint = Al menos diez caracteres; varias palabras están bien.
setup-samples = Algo que mirar
setup-samples-fill = Llenarla con eventos y miembros de ejemplo
setup-samples-hint = Inventados en torno a hoy. Un botón en los ajustes los quita todos.
setup-button = Crear la comunidad

## The trail

audit-samples-fill = { $actor } llenó la comunidad de ejemplos
audit-samples-clear = { $actor } quitó los ejemplos
