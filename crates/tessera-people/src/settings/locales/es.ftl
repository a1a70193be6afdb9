## Settings

settings-title = Ajustes
settings-about = Sobre la comunidad
settings-about-hint = Lo lee todo el mundo en la página «Sobre la comunidad». Markdown funciona.
settings-locale-hint = Para visitantes cuyo navegador no pide ninguno de los nuestros, y para los correos.
settings-hue-own = Como ahora
settings-server-invite = Este servidor solo permite unirse por invitación.
settings-server-closed = Este servidor no admite nuevos miembros.
settings-address = Dirección
settings-address-text = Llevas este servidor, así que lo eliges tú. Los enlaces repartidos con la dirección anterior dejan de funcionar.
settings-host = Host propio
settings-address-button = Cambiar la dirección
settings-samples = Datos de ejemplo
settings-samples-there = Esta comunidad contiene eventos y miembros inventados.
settings-samples-text = Eventos y miembros inventados, para mirar. Se quitan de una vez.
settings-samples-fill = Llenar con datos de ejemplo
settings-samples-clear = Quitar los datos de ejemplo
settings-samples-clear-what = Se van todos los miembros y eventos inventados, con cada respuesta. Lo que hizo la gente se queda.
settings-flash-saved = Guardado.
settings-flash-moved = La comunidad vive aquí ahora.
settings-flash-filled = Ya hay algo que mirar.
settings-flash-cleared = Los datos de ejemplo ya no están.
settings-least-told = Mínimo de personas que se cuenta a los clubes asociados
settings-least-told-hint = Los clubes asociados saben cuántos vais, quizá vais o estáis interesados, nunca quiénes. Si sois menos, para ellos no hay nadie.
