# What the window says, beside what the core says in es.ftl. Ids begin with ui-.
# A test keeps the two languages alike and finds what is missing or unused.

# Words used everywhere
ui-cancel = Cancelar
ui-close = Cerrar
ui-save = Guardar
ui-edit = Editar
ui-remove = Quitar
ui-remove-named = Quitar { $name }
ui-show-all = Mostrar todo
ui-try-again = Reintentar
ui-loading = Cargando
ui-failed = No se pudo cargar
ui-none-found = No se encontró nada
ui-optional = Opcional
ui-name = Nombre
ui-note = Nota
ui-messages = Mensajes
ui-undo = Deshacer
ui-redo = Rehacer
ui-undo-named = Deshacer: { $label }
ui-redo-named = Rehacer: { $label }
ui-undone = Deshecho: { $label }
ui-nothing-to-undo = No hay nada que deshacer.
ui-nothing-to-redo = No hay nada que rehacer.
ui-saved-to = Guardado como { $path }

# Keys as they are written
ui-key-esc = Esc
ui-key-delete = Supr
ui-keys-undo = Ctrl Z
ui-keys-redo = Ctrl Mayús Z
ui-keys-new = Ctrl N
ui-keys-paste = Ctrl V
ui-keys-palette = Ctrl K
ui-keys-accept = Ctrl ⏎
ui-keys-all = Ctrl A
ui-keys-extend = Mayús ↑ ↓
ui-copy-keys = Ctrl Mayús C
ui-keys = Atajos de teclado
ui-keys-everywhere = En todas partes
ui-keys-statuses = Cambiar la situación
ui-keys-find = Buscar en esta página
ui-keys-move = Moverse
ui-keys-select = Seleccionar varias
ui-keys-select-all = Seleccionar todas
ui-keys-menu = Elegir la situación
ui-keys-lists = Organizaciones y personas
ui-keys-open = Abrir por completo
ui-keys-edit = Editar la celda
ui-keys-space = Espacio
ui-keys-select-one = Seleccionar
ui-keys-copy = Ctrl C
ui-keys-keep = Elegir cuál se conserva

# Navigation, file, sample
ui-nav = Navegación
ui-nav-confirmed =
    { $count ->
        [one] { $count } confirmada
       *[other] { $count } confirmadas
    }
ui-find-anything = Buscar en todo
ui-palette-hint = Una carta, una organización o lo que quiere hacer
ui-palette-none = No se encontró nada. Pruebe con menos letras.
ui-letters = Cartas
ui-organizations = Organizaciones
ui-menu = Archivo, deshacer e idioma
ui-file-new = Nueva coalición…
ui-file-open = Abrir una coalición…
ui-file-window = Ventana nueva…
ui-file-copy = Guardar una copia…
ui-file-here = Guardado en esta computadora
ui-file-sample = Ejemplo
ui-file-nothing-kept = Aquí no se guarda nada
ui-sample = Ejemplo
ui-sample-text = Este es el ejemplo; su propia lista no se toca.
ui-sample-back = Volver a mi coalición

# First start
ui-start-lead = Sepa quién firmó y con qué respaldo, e imprima la lista sin errores. Todo queda en un solo archivo en esta computadora.
ui-start-paste = Pegar una lista
ui-start-paste-text = Un comunicado, un correo, las respuestas de un formulario, una columna de una hoja de cálculo. Cada nombre se revisa antes de guardar nada.
ui-start-letter = Empezar una carta
ui-start-letter-text = Título, destinatario, plazo. Después, invite a organizaciones y vea cómo se llena la lista.
ui-start-sample = Ver un ejemplo
ui-start-sample-text = Una carta conjunta real con 26 organizaciones de Wisconsin y algunas inventadas, todavía sin invitar.
ui-start-sample-foot = No deja rastro
ui-start-drop = O suelte aquí un archivo: una hoja de cálculo, sus contactos, una coalición
ui-start-where = Se guarda en { $path }

# Letters
ui-letters-empty = Todavía no hay cartas
ui-letters-empty-text = Una carta reúne a quién se invitó, quién firmó y con qué respaldo.
ui-letters-of =
    { $confirmed ->
        [one] de { $all } confirmada
       *[other] de { $all } confirmadas
    }
ui-letter-new = Carta nueva
ui-letter-add = Empezar la carta
ui-letter-edit = Editar la carta
ui-letter-more = Más sobre esta carta
ui-letter-remove = Quitar esta carta
ui-letter-title = Título
ui-letter-title-missing = Ponga un título a la carta.
ui-letter-addressee = A quién
ui-letter-addressee-hint = La gobernadora, el comité …
ui-letter-to = Para { $addressee }
ui-letter-leads = Organizaciones convocantes
ui-letter-leads-hint = Buscar una organización
ui-letter-led-by =
    { $count ->
        [one] Convoca: { $names }
       *[other] Convocan: { $names }
    }
ui-letter-soft = Responder antes del
ui-letter-soft-hint = El día que se anuncia
ui-letter-hard = Plazo final
ui-letter-hard-hint = Después no se aceptan firmas
ui-letter-zone = Zona horaria
ui-letter-stage = Etapa
ui-letter-stage-is = Etapa: { $stage }
ui-stage-draft = Borrador
ui-stage-circulating = En circulación
ui-stage-closed = Cerrada
ui-stage-delivered = Entregada
ui-stage-archived = Archivada

# Time
ui-time-days-left =
    { $count ->
        [one] Queda { $count } día
       *[other] Quedan { $count } días
    }
ui-time-hours-left =
    { $count ->
        [one] Queda { $count } hora
       *[other] Quedan { $count } horas
    }
ui-time-minutes-left =
    { $count ->
        [one] Queda { $count } minuto
       *[other] Quedan { $count } minutos
    }
ui-time-closed-today = Cerró hoy
ui-time-closed-days-ago =
    { $count ->
        [one] Cerró hace { $count } día
       *[other] Cerró hace { $count } días
    }
ui-closes = cierra el { $when }
ui-own-time = ({ $time } aquí)
ui-asked-by = Respuestas antes del { $when }

# Statuses
ui-status = Situación
ui-status-of = { $name }: { $status }. Cambiar
ui-status-to-ask = Por invitar
ui-status-asked = Invitada
ui-status-considering = Lo está pensando
ui-status-said-yes = Dijo que sí
ui-status-confirmed = Confirmada
ui-status-declined = No firma
ui-status-withdrawn = Retiró su firma
ui-legend-to-ask =
    { $count ->
        [one] por invitar
       *[other] por invitar
    }
ui-legend-asked =
    { $count ->
        [one] invitada
       *[other] invitadas
    }
ui-legend-considering =
    { $count ->
        [one] lo está pensando
       *[other] lo están pensando
    }
ui-legend-said-yes =
    { $count ->
        [one] sí, falta por escrito
       *[other] sí, falta por escrito
    }
ui-legend-confirmed =
    { $count ->
        [one] confirmada
       *[other] confirmadas
    }
ui-legend-declined =
    { $count ->
        [one] no firma
       *[other] no firman
    }
ui-legend-withdrawn =
    { $count ->
        [one] retiró su firma
       *[other] retiraron su firma
    }
ui-other-status = Otra situación
ui-withdraw-only-yes = Solo se puede retirar un sí.
ui-via-email = Correo
ui-via-form = Formulario
ui-via-paper = Papel
ui-via-phone = Teléfono
ui-via-meeting = Reunión
ui-via-list = Lista pegada

# The ledger
ui-ledger = Firmas
ui-ledger-tools = Buscar, filtrar y agregar
ui-ledger-find = Buscar una organización o persona
ui-ledger-empty = Todavía no se ha invitado a nadie
ui-ledger-empty-text = Invite a organizaciones o pegue las respuestas que tenga: un correo, las respuestas de un formulario, una lista.
ui-ledger-none-found = Ninguna firma coincide
ui-ledger-none-found-text = La búsqueda o el filtro ocultan las demás.
ui-shown = Se muestran { $shown } de { $all }
ui-filter = Filtrar por situación
ui-filter-all = Todas
ui-filter-some = { $count } situaciones
ui-ask = Invitar organizaciones
ui-ask-short = Invitar
ui-paste-replies = Pegar respuestas
ui-prints-as = Se imprime como
ui-signed-by = Quién firma
ui-evidence = Respaldo
ui-last-contact = Último contacto
ui-lead = Organización convocante
ui-last-time = La última vez: { $name }
ui-signer = Quién firma
ui-signer-title = Cargo
ui-signer-none = Falta el nombre
ui-evidence-on = { $via }, { $date }
ui-evidence-note = Anotado
ui-evidence-none = Ninguno
ui-needs-written = Falta el sí por escrito
ui-expected-by = Se espera para el { $date }
ui-days-ago =
    { $count ->
        [one] hace { $count } día
       *[other] hace { $count } días
    }
ui-selection = Firmas seleccionadas
ui-selected =
    { $count ->
        [one] { $count } seleccionada
       *[other] { $count } seleccionadas
    }
ui-clear-selection = Quitar la selección (Esc)
ui-remove-from-letter = Quitar de la carta
ui-edit-name = Editar el nombre impreso
ui-edit-signer = Editar quién firma

# Confirming and considering
ui-confirm = Confirmar
ui-confirm-one = Confirmar { $name }
ui-confirm-several = Confirmar { $count } organizaciones
ui-confirm-via = Cómo llegó el sí
ui-confirm-by = Quién dijo que sí
ui-confirm-date = Cuándo
ui-confirm-evidence = Qué escribieron
ui-confirm-said = Qué dijeron
ui-confirm-no-words = Pegue lo que escribieron, o suelte luego el correo sobre la fila: sin eso nada muestra su sí.
ui-confirm-reason = Por qué no hay nada por escrito
ui-confirm-reason-hint = Un sí por teléfono o en una reunión necesita un motivo, como «votación de la junta, falta el correo».
ui-confirm-reason-missing = Diga por qué vale sin nada por escrito o pegue lo que escribieron.
ui-consider = Lo está pensando
ui-consider-one = { $name } lo está pensando
ui-consider-several = { $count } organizaciones lo están pensando
ui-consider-by = Respuesta esperada antes del

# Asking organizations
ui-ask-find = Busque organizaciones o escriba un nombre nuevo
ui-ask-new = Agregar «{ $name }»
ui-ask-all =    { $count ->
        [one] { $count } organización
       *[other] Las { $count } organizaciones
    }
ui-ask-all-found =    { $count ->
        [one] { $count } encontrada
       *[other] Las { $count } encontradas
    }
ui-ask-there = En esta carta
ui-ask-more =
    { $count ->
        [one] { $count } más: escriba para acotar
       *[other] { $count } más: escriba para acotar
    }
ui-ask-picked = Elegidas: { $count }
ui-ask-as = Agregar como
ui-ask-lose =
    { $count ->
        [one] Eligió { $count } organización. Todavía no se ha agregado nada.
       *[other] Eligió { $count } organizaciones. Todavía no se ha agregado nada.
    }
ui-ask-close-anyway = Cerrar sin agregar
ui-ask-add =
    { $count ->
        [one] Agregar { $count } organización
       *[other] Agregar { $count } organizaciones
    }

# The block
ui-block = Lista de firmantes
ui-block-open = Lista · { $count }
ui-block-short = Lista
ui-block-count =
    { $count ->
        [one] { $count } organización
       *[other] { $count } organizaciones
    }
ui-layout = Presentación
ui-layout-lines = Líneas
ui-layout-columns = Columnas
ui-layout-bullets = Viñetas
ui-layout-numbered = Numerada
ui-layout-prose = Párrafo
ui-columns = Columnas
ui-group = Agrupar por
ui-group-none = Nada
ui-group-scope = Alcance
ui-group-type = Tipo de organización
ui-group-district = Distrito
ui-group-state = Estado o país
ui-group-country = País
ui-order = Orden
ui-order-alphabetical = Alfabético
ui-order-letter-by-letter = Letra por letra
ui-order-signed = Por fecha de firma
ui-order-entered = Como se ingresaron
ui-entry = Cada entrada
ui-entry-organization = Organización
ui-entry-place = Organización, lugar
ui-entry-signer = Firmante, cargo, organización
ui-entry-organization-first = Organización en negrita, firmante debajo
ui-separator = Entre nombres
ui-separator-auto = Comas, o punto y coma si hace falta
ui-separator-comma = Comas
ui-separator-semicolon = Punto y coma
ui-separator-dash = Guiones
ui-separator-bullet = Puntos
ui-separator-slash = Barras
ui-numbering = Numeración
ui-numbering-through = Seguida por todos los grupos
ui-numbering-each-group = De nuevo en cada grupo
ui-serial-comma = Coma antes de la «y», donde se usa
ui-intro = Texto antes
ui-outro = Texto después
ui-counts = Mostrar cuántas
ui-include-said-yes = Incluir a quienes dijeron que sí, falta por escrito
ui-paper = La lista como se imprime
ui-paper-empty = Todavía no hay confirmaciones. Los nombres aparecen aquí cuando llegan.
ui-paper-unwritten = Dijo que sí, pero falta por escrito
ui-copy = Copiar a Word o Docs
ui-copied =
    { $count ->
        [one] { $count } nombre copiado
       *[other] { $count } nombres copiados
    }
ui-save-as = Guardar como
ui-format-text = Texto sin formato (.txt)
ui-format-html = Página web (.html)
ui-format-markdown = Markdown (.md)
ui-block-count-names =
    { $count ->
        [one] { $count } nombre
       *[other] { $count } nombres
    }
ui-block-more = Texto alrededor y más
ui-style = Estilo
ui-style-is = Estilo: { $name }
ui-style-own = Personalizado
ui-style-formal = Carta formal
ui-style-two-columns = Dos columnas
ui-style-press-release = Frase para la prensa
ui-style-website = Lista para un sitio web
ui-style-by-state = Por estado
ui-styles-edit = Guardar o quitar estilos
ui-styles-own = Estilos propios
ui-style-save-as = Guardar esta elección como
ui-style-hint = Los textos alrededor de los nombres y el idioma quedan con la carta.
ui-style-replaces = «{ $name }» se reemplazará con esta elección.
ui-style-replace = Reemplazar
ui-style-replace-named = Reemplazar { $name } con esta elección
ui-layout-table = Tabla
ui-layout-wet = Firmas
ui-layout-logos = Logotipos
ui-logos-in-row = Por fila
ui-logos-missing = { $count ->
    [one] Una organización no tiene logotipo; en su lugar está el nombre:
   *[other] { $count } organizaciones no tienen logotipo; en su lugar están los nombres:
  }
ui-logos-missing-more = { $count ->
    [one] y una más
   *[other] y { $count } más
  }
ui-logos-as-names = Este formato no tiene imágenes: en lugar de los logotipos están los nombres.
ui-paper-page = Página { $number }
ui-save-letter = La carta con sus nombres: { $format }
ui-group-heading = Encabezados propios
ui-order-surname = Por apellido
ui-entry-lines = En
ui-entry-lines-count =
    { $count ->
        [one] una línea
       *[other] { $count } líneas
    }
ui-leads = Las convocantes
ui-leads-among = Entre las demás
ui-leads-first = Primero
ui-leads-heading = Bajo su propio encabezado
ui-block-language = Idioma de la carta
ui-individuals = Personas
ui-individuals-mixed = Entre las organizaciones
ui-individuals-apart = Después de las organizaciones
ui-affiliation = Su afiliación
ui-affiliation-auto = Solo con firmantes
ui-affiliation-comma = Después de una coma
ui-affiliation-parentheses = Entre paréntesis
ui-affiliation-hidden = No se imprime
ui-identification = «Solo identificación»
ui-identification-inline = Después de cada afiliación
ui-identification-note = Una frase al final
ui-identification-footnote = Una marca y una nota al pie
ui-identification-heading = Bajo su encabezado
ui-identification-none = No se imprime
ui-limit = Imprimir hasta
ui-limit-all = Todos los nombres
ui-keep-articles = Ordenar «La …» bajo la L
ui-late-heading = Firmas posteriores bajo su propio encabezado
ui-format = Formato
ui-format-rich = Word, Docs, correo
ui-format-latex = LaTeX (.tex)
ui-format-pdf = PDF
ui-format-docx = Documento de Word (.docx)
ui-format-rtf = Texto enriquecido (.rtf)
ui-format-csv = Tabla (.csv)
ui-format-xlsx = Libro de Excel (.xlsx)
ui-paper-renamed = La vez pasada se imprimió como { $name }
ui-paper-keys = Las flechas van de nombre en nombre. Enter va a su firma, M muestra qué se puede hacer.
ui-paper-more =
    { $count ->
        [one] { $count } nombre más está en la lista, no en esta vista
       *[other] { $count } nombres más están en la lista, no en esta vista
    }
ui-paper-more-lines =
    { $count ->
        [one] { $count } línea más está en el texto, no en esta vista
       *[other] { $count } líneas más están en el texto, no en esta vista
    }
ui-doubts = Marcado solo aquí:
ui-doubt-unwritten = { $count } sin el sí por escrito
ui-doubt-renamed =
    { $count ->
        [one] { $count } se imprimió de otro modo la vez pasada
       *[other] { $count } se imprimieron de otro modo la vez pasada
    }
ui-entry-go = Ir a su firma
ui-entry-menu = Qué hacer con { $name }
ui-pin = Lugar en su grupo
ui-pin-named = Lugar de { $name } en su grupo
ui-pin-first = Fijar al principio
ui-pin-last = Fijar al final
ui-pin-off = Quitar del lugar fijo
ui-pinned-first = Al principio
ui-pinned-last = Al final
ui-headings = Encabezados
ui-headings-arrange = Editar encabezados…
ui-headings-hint = Arrastre nombres a un encabezado y ordene los encabezados, o use el menú y Alt con las flechas.
ui-headings-find = Buscar en esta lista
ui-heading-none = Sin encabezado
ui-heading-new = Encabezado nuevo
ui-heading-add = Agregar el encabezado
ui-heading-there = Ya hay un encabezado con este nombre.
ui-heading-name = Nombre del encabezado
ui-heading-keys = Alt con una flecha lo mueve
ui-heading-placed = { $name } es ahora { $place } de { $count }
ui-heading-empty = Todavía no hay nadie aquí.
ui-heading-move = Mover a
ui-heading-move-count =
    { $count ->
        [one] Mover { $count } a
       *[other] Mover { $count } a
    }
ui-heading-taken =
    { $count ->
        [one] { $count } nombre
       *[other] { $count } nombres
    }
ui-choose-all = Elegir todo
ui-choose-none = No elegir ninguno
ui-done = Listo
ui-out = Quedan fuera:
ui-out-said-yes = { $count } sin el sí por escrito
ui-out-older =
    { $count ->
        [one] { $count } firmó una versión anterior
       *[other] { $count } firmaron una versión anterior
    }
ui-out-considering =
    { $count ->
        [one] { $count } lo está pensando
       *[other] { $count } lo están pensando
    }
ui-out-asked = { $count } sin respuesta
ui-out-declined =
    { $count ->
        [one] { $count } no firma
       *[other] { $count } no firman
    }
ui-out-withdrawn =
    { $count ->
        [one] { $count } retiró su firma
       *[other] { $count } retiraron su firma
    }
ui-copy-text = Copiar como texto
ui-copy-markdown = Copiar Markdown
ui-copy-latex = Copiar LaTeX
ui-copy-csv = Copiar a Sheets o Excel
ui-save-format = Guardar: { $format }
ui-document = Poner en un documento
ui-document-how = Escriba un marcador donde va la lista, en cualquier parte de su documento de Word, y elija aquí el documento.
ui-document-signatories = la lista como se ve aquí
ui-document-number = cuántos firmantes
ui-document-state = la lista por estado
ui-document-columns = la lista en tres columnas
ui-document-untouched = El documento no cambia: se guarda una copia completada donde se indique.
ui-document-choose = Elegir un documento
ui-document-filled =
    { $count ->
        [one] Se completó { $count } lugar. Guardado como { $path }
       *[other] Se completaron { $count } lugares. Guardado como { $path }
    }
ui-print = Imprimir o PDF
ui-freeze = Congelar edición
ui-freeze-title = Congelar la edición { $number }
ui-freeze-lead =
    { $count ->
        [one] Guarda esta lista tal como se envía ({ $count } nombre). Las firmas posteriores pasan a la siguiente edición.
       *[other] Guarda esta lista tal como se envía ({ $count } nombres). Las firmas posteriores pasan a la siguiente edición.
    }
ui-freeze-now = Congelar
ui-freeze-anyway = Congelar de todos modos
ui-check-fine = La revisión no encontró problemas.
ui-check-stops =
    { $count ->
        [one] { $count } problema por resolver antes
       *[other] { $count } problemas por resolver antes
    }
ui-check-looks =
    { $count ->
        [one] { $count } punto por revisar
       *[other] { $count } puntos por revisar
    }
ui-edition-label = Para qué es
ui-edition-label-hint = Por ejemplo: Para la oficina del Senado
ui-editions = Ediciones
ui-editions-count = Ediciones ({ $count })
ui-editions-none = Todavía no hay ediciones
ui-editions-none-text = Congele la lista al enviarla. Lo enviado queda aquí.
ui-edition-number = Edición { $number }
ui-edition-names =
    { $count ->
        [one] { $count } nombre
       *[other] { $count } nombres
    }
ui-edition-version = Versión { $number } de la carta
ui-edition-accepted = Aceptado tal como estaba
ui-edition-accepted-by = { $by }, { $day }: «{ $word }»
ui-edition-against = Comparar con
ui-edition-view = Qué se muestra
ui-edition-paper = Como se envió
ui-edition-changes = Qué cambió
ui-edition-text = El texto de la edición
ui-diff-title = De la edición { $earlier } a la edición { $later }
ui-diff-added =
    { $count ->
        [one] { $count } agregado
       *[other] { $count } agregados
    }
ui-diff-removed =
    { $count ->
        [one] { $count } ya no está
       *[other] { $count } ya no están
    }
ui-diff-renamed =
    { $count ->
        [one] { $count } cambió de nombre
       *[other] { $count } cambiaron de nombre
    }
ui-diff-rename = «{ $before }» ahora es «{ $after }»
ui-sentence-copy = Copiar la frase
ui-sentence-copied = Se copió la frase

# Pasting a list
ui-paste-lead = Pegue una lista de nombres o una tabla: de un comunicado, un correo, un formulario, una hoja de cálculo. No se guarda nada antes de revisarlo.
ui-paste-hint = Pegue aquí con Ctrl V o escriba los nombres
ui-paste-read = Leer los nombres
ui-reading = Leyendo los nombres
ui-import-no-names = No se encontraron nombres en este texto. Pegue la lista de nombres.
ui-import-read =
    { $count ->
        [one] { $count } nombre leído
       *[other] { $count } nombres leídos
    }
ui-import-names = Nombres
ui-import-source = Texto pegado
ui-import-side = Qué mostrar
ui-import-new-letter = Una carta nueva
ui-import-evidence = Respaldo: este texto. Se deshace en un paso.
ui-import-one-step = Se deshace en un paso.
ui-import-undecided =
    { $count ->
        [one] { $count } por decidir: queda fuera si no elige
       *[other] { $count } por decidir: quedan fuera si no elige
    }
ui-import-record =
    { $count ->
        [one] Registrar { $count } firma
       *[other] Registrar { $count } firmas
    }
ui-import-add =
    { $count ->
        [one] Agregar { $count } organización
       *[other] Agregar { $count } organizaciones
    }
ui-count-known =
    { $count ->
        [one] conocida
       *[other] conocidas
    }
ui-count-doubtful =
    { $count ->
        [one] por revisar
       *[other] por revisar
    }
ui-form-prose-commas = texto con comas
ui-form-prose-semicolons = texto con punto y coma
ui-form-lines = uno por línea
ui-form-bullets = viñetas
ui-form-numbered = numerados
ui-form-columns = columnas
ui-form-table = una tabla
ui-form-markdown = Markdown
ui-form-mixed = varias formas
ui-verdict-known = Conocida
ui-verdict-new = Nueva
ui-verdict-out = Fuera
ui-under-heading = Bajo «{ $heading }»
ui-decide-legend = Quién es { $name }
ui-decide-new = Agregar como nueva
ui-decide-out = Dejar fuera
ui-row-as-is = Está bien así
ui-row-split = Separar: { $left } / { $right }
ui-keys-split = Separar el nombre
ui-row-join = Unir con el siguiente
ui-row-rename = Cambiar el nombre
ui-row-take-in = Incluirlo como nombre
ui-import-take-in-hint = Seleccione un nombre en el texto para incluirlo.
ui-import-take-in-keys = Lo que no se leyó como nombre está en gris. Las flechas van de una parte gris a la siguiente; Enter incluye lo seleccionado como nombre.
ui-import-message = Mensaje
ui-import-message-no-subject = Sin asunto
ui-import-pasted-mail = Correo pegado
ui-import-messages-read =
    { $count ->
        [one] { $count } mensaje
       *[other] { $count } mensajes
    }
ui-import-sheets = Hojas
ui-import-sheet-rows = { $name } ({ $count })
ui-import-hidden-rows =
    { $count ->
        [one] { $count } fila está oculta en el archivo: se le preguntará antes de importarla.
       *[other] { $count } filas están ocultas en el archivo: se le preguntará antes de importarlas.
    }
ui-import-unused =
    { $count ->
        [one] No se usa la columna { $names }
       *[other] No se usan las columnas { $names }
    }
ui-proposal-yes = Sí
ui-proposal-yes-but = Sí, pero
ui-proposal-not-yet = Todavía no
ui-proposal-no = No
ui-proposal-question = Una pregunta
ui-proposal-automatic = Respuesta automática
ui-proposal-delivery-failure = No se entregó
ui-proposal-unclear = No está claro
ui-row-drop = Dejar fuera
ui-row-take = Incluir

# Settings
ui-settings = Ajustes
ui-settings-dots = Ajustes…
ui-keys-settings = Ctrl ,
ui-settings-name = Su nombre
ui-settings-name-hint = El historial lo muestra junto a lo que usted haga a partir de ahora. Se queda en esta computadora y en el archivo de su coalición.
ui-settings-language = Idioma
ui-settings-dates = Fechas
ui-settings-dates-language = 4 dic 2026
ui-settings-dates-day = 4 dic 2026
ui-settings-dates-year = 2026-12-04
ui-settings-paper = Papel
ui-settings-paper-letter = Carta
ui-settings-theme = Apariencia
ui-settings-theme-system = Como el sistema
ui-settings-theme-light = Clara
ui-settings-theme-dark = Oscura
ui-name-question = ¿Cómo se llama usted?
ui-name-question-why = El historial lo muestra junto a lo que usted hace. Puede cambiarlo en los ajustes.
ui-name-question-empty = Escriba su nombre o elija «Ahora no».
ui-not-now = Ahora no

# Importing tables
ui-import = Importar
ui-import-dots = Importar…
ui-keys-import = Ctrl I
ui-keys-file = Ctrl O
ui-keys-window = Ctrl Mayús N
ui-keys-paste-list = Importar lo que está en el portapapeles
ui-keys-candidate = Asociar con esta organización
ui-keys-next-open = Siguiente fila por decidir
ui-import-choose = Elegir un archivo…
ui-import-kinds = Una hoja de cálculo, las respuestas de un formulario, sus contactos, correos guardados. También se puede soltar sobre la ventana.
ui-import-opening = Abriendo el archivo
ui-import-reading = Leyendo { $name }
ui-import-pasted = Tabla pegada
ui-import-steps = Pasos de la importación
ui-import-step-columns = Columnas
ui-import-step-preview = Vista previa
ui-import-rows-read =
    { $count ->
        [one] { $count } fila
       *[other] { $count } filas
    }
ui-drop-import = Importar { $name }
ui-drop-import-text = Todo se revisa antes de guardar nada.
ui-drop-open = Abrir { $name }
ui-drop-open-text = La coalición abierta ahora se queda como está.
ui-drop-first = { $count } archivos: solo se usa el primero.
ui-drop-busy = Primero cierre lo que está abierto y después suelte el archivo.
ui-table-format-list = Lista de nombres
ui-table-format-csv = CSV
ui-table-format-tsv = Texto con tabuladores
ui-table-format-xlsx = Libro de Excel
ui-table-format-xls = Libro de Excel 97
ui-table-format-ods = Hoja de cálculo OpenDocument
ui-table-format-html = Tabla
ui-table-format-ldif = Contactos (LDIF)
ui-table-format-vcard = Tarjetas de contacto
ui-table-format-eml = Correo
ui-table-format-mbox = Buzón de correo
ui-table-format-unknown = Archivo
ui-import-how = Cómo se lee el archivo
ui-import-headings = Encabezados
ui-headings-none = Sin encabezados
ui-headings-row = Fila { $row }: { $text }
ui-headings-here = Los encabezados están en la fila { $row }
ui-import-delimiter = Entre celdas
ui-delimiter-comma = Coma
ui-delimiter-semicolon = Punto y coma
ui-delimiter-tab = Tabulador
ui-delimiter-bar = Barra vertical
ui-delimiter-other = { $sign }
ui-import-charset = Caracteres
ui-import-as-list = Es una lista de nombres
ui-import-rereading = Leyendo de esa manera
ui-import-first-rows = Las primeras filas
ui-row-hidden = Oculta en el archivo
ui-column-hidden = Oculta en el archivo
ui-import-more-rows =
    { $count ->
        [one] y { $count } fila más
       *[other] y { $count } filas más
    }
ui-columns-show-empty =
    { $count ->
        [one] Mostrar { $count } columna vacía
       *[other] Mostrar { $count } columnas vacías
    }
ui-columns-show-more =
    { $count ->
        [one] { $count } columna más
       *[other] { $count } columnas más
    }
ui-columns-hide-empty = Ocultar las columnas vacías
ui-columns-need-organization = Elija la columna que nombra a la organización.
ui-columns-need-person = Elija una columna con el nombre o el correo de la persona.
ui-columns-need-signer = Elija la columna que nombra a la organización o a la persona que firma.
ui-columns-no-rows = No hay filas debajo de los encabezados. Elija otra fila de encabezados u otra hoja.
ui-column-is = Qué es la columna { $name }
ui-column-letter = Columna { $letter }
ui-column-out = Dejar fuera
ui-column-empty = Vacía
ui-column-idle = Solo se usa para firmas
ui-column-by-heading = Por su encabezado
ui-column-by-content = Parece: { $kind }
ui-column-by-person = Elegida
ui-column-by-memory = Como la última vez
ui-column-gave = «{ $column }» ahora queda fuera: solo una columna puede ser { $field }.
ui-import-problems-more =
    { $count ->
        [one] { $count } más
       *[other] { $count } más
    }
ui-import-problems-fewer = Mostrar menos
ui-fields-organization = Organización
ui-fields-person = Persona
ui-fields-place = Dónde
ui-fields-sign-on = Firma
ui-fields-other = Otros
ui-field-organization = Organización
ui-field-prints-as = Se imprime como
ui-field-alias = Otro nombre o sigla
ui-field-parent = Organización matriz
ui-field-kind = Tipo de organización
ui-field-scope = Nacional, estatal, local
ui-field-full-name = Nombre completo
ui-field-first-name = Nombre
ui-field-middle-name = Segundo nombre
ui-field-last-name = Apellido
ui-field-prefix = Antes del nombre: Rev., Dra.
ui-field-suffix = Después del nombre: Jr., PhD
ui-field-title = Cargo o función
ui-field-email = Correo
ui-field-phone = Teléfono
ui-field-street = Calle
ui-field-city = Ciudad
ui-field-state = Estado
ui-field-postal-code = Código postal
ui-field-country = País
ui-field-place = Ciudad y estado
ui-field-website = Sitio web
ui-field-timestamp = Cuándo firmó
ui-field-consent = Su sí o su no
ui-field-status = Situación
ui-field-membership = Miembro, aliada, posible miembro
ui-field-tag = Etiqueta
ui-field-signs-as = Firma como organización o persona
ui-field-note = Nota
ui-import-sign-ons = Firmas
ui-import-becomes = Importar como
ui-import-to = a
ui-import-to-letter = qué carta
ui-import-status = como
ui-import-as-status = qué situación
ui-import-preview =
    { $count ->
        [one] Revisar { $count } fila
       *[other] Revisar { $count } filas
    }
ui-import-planning = Comparando con lo que ya está: { $done } de { $count }
ui-import-importing = Importando: { $done } de { $count }
ui-import-stopping = Deteniendo
ui-import-outcomes = Qué pasa con las filas
ui-import-rows-shown = Filas
ui-import-row-number = Fila en el archivo
ui-outcomes-all = Todas
ui-outcomes-asked = Por decidir
ui-outcomes-created = Nuevas
ui-outcomes-updated = Cambiadas
ui-outcomes-unchanged = Sin cambios
ui-outcomes-rejected = No importadas
ui-outcomes-undecided = Sin decidir
ui-outcome-asked = Decidir
ui-outcome-created = Nueva
ui-outcome-updated = Cambiada
ui-outcome-unchanged = Sin cambios
ui-outcome-rejected = No importada
ui-import-makes = Nuevas: { $what }
ui-import-makes-organizations =
    { $count ->
        [one] { $count } organización
       *[other] { $count } organizaciones
    }
ui-import-makes-people =
    { $count ->
        [one] { $count } persona
       *[other] { $count } personas
    }
ui-import-makes-sign-ons =
    { $count ->
        [one] { $count } firma
       *[other] { $count } firmas
    }
ui-change-old = Antes:
ui-change-new = Ahora:
ui-change-none = vacío
ui-likely = Coincidencias probables
ui-likely-ask = Preguntar
ui-likely-match = Usar la mejor
ui-likely-new = Agregar como nuevas
ui-import-tools = Decisiones
ui-import-selected = Decidir sobre las filas seleccionadas
ui-import-best = Usar la mejor coincidencia
ui-import-decided = Decidido: { $name }.
ui-import-decided-rows =
    { $count ->
        [one] Decidida { $count } fila.
       *[other] Decididas { $count } filas.
    }
ui-import-edited = { $name } se cambió.
ui-import-take-back = Deshacer la decisión
ui-import-ask-again = Preguntar de nuevo
ui-import-other = Elegir la organización…
ui-import-deciding = Comparando de nuevo
ui-import-all-decided = Todo está decidido
ui-import-none = No hay filas de este tipo
ui-import-keys = Las flechas mueven, con Mayús seleccionan, Espacio selecciona. Del 1 al 9 asocian la fila con esa organización, el signo más la agrega como nueva, Suprimir la deja fuera, O elige otra organización, Y acepta lo que se pregunta sobre una respuesta, N va a la siguiente fila por decidir. En una lista, E cambia el nombre, S lo separa, J lo une con el siguiente y A lo deja como está. Control Z deshace la última decisión.
ui-import-save-rejects = Guardar las filas no importadas como CSV…
ui-import-lose =
    { $count ->
        [one] Se perdería { $count } decisión. Todavía no se ha importado nada.
       *[other] Se perderían { $count } decisiones. Todavía no se ha importado nada.
    }
ui-import-close-anyway = Cerrar sin importar
ui-import-back = Volver a las columnas
ui-import-write-both =
    { $count ->
        [one] Importar { $count } fila (nuevas: { $created }, cambiadas: { $updated })
       *[other] Importar { $count } filas (nuevas: { $created }, cambiadas: { $updated })
    }
ui-import-write-new =
    { $count ->
        [one] Importar { $count } fila nueva
       *[other] Importar { $count } filas nuevas
    }
ui-import-write-changed =
    { $count ->
        [one] Importar { $count } fila cambiada
       *[other] Importar { $count } filas cambiadas
    }
ui-import-write-nothing = Nada que importar
ui-import-ask-these =
    { $count ->
        [one] Invitarla a firmar…
       *[other] Invitar a estas { $count }…
    }
ui-import-ask-theirs =
    { $count ->
        [one] Invitar a su organización a firmar…
       *[other] Invitar a sus { $count } organizaciones…
    }
ui-import-see =
    { $count ->
        [one] Ver lo importado
       *[other] Ver estas { $count } filas
    }
ui-import-left =
    { $count ->
        [one] { $label }. { $count } fila quedó fuera: consulte Importaciones.
       *[other] { $label }. { $count } filas quedaron fuera: consulte Importaciones.
    }
ui-imports = Importaciones
ui-imports-earlier = Importaciones anteriores
ui-imports-empty = Todavía no se ha importado nada
ui-imports-empty-text = Las respuestas de un formulario, una hoja de cálculo, sus contactos: suelte el archivo sobre la ventana o pegue la tabla. Cada importación se guarda aquí con sus filas.
ui-imports-source = Guardar una copia del original…
ui-imports-undo = Deshacer esta importación
ui-imports-people = Mostrar estas personas
ui-imports-organizations = Mostrar estas organizaciones

# Organizations
ui-organizations-find = Buscar por nombre, alias, sigla o lugar
ui-organizations-count =
    { $count ->
        [one] { $count } organización
       *[other] { $count } organizaciones
    }
ui-organizations-empty = Todavía no hay organizaciones
ui-organizations-empty-text = Pegue una lista de nombres o agregue las organizaciones una por una.
ui-organization-new = Organización nueva
ui-organization-add = Agregar la organización
ui-organization-edit = Editar la organización
ui-organization-name-missing = Ponga un nombre a la organización.
ui-organization-no-letters = Todavía en ninguna carta
ui-place = Lugar
ui-city = Ciudad
ui-region = Estado o región
ui-country = País
ui-scope = Alcance
ui-not-said = Sin indicar
ui-scope-international = Internacional
ui-scope-national = Nacional
ui-scope-state = Estatal
ui-scope-local = Local
ui-scope-tribal = Tribal
ui-kind = Tipo
ui-kind-nonprofit = Sin fines de lucro
ui-kind-faith = Religiosa
ui-kind-labor = Sindical
ui-kind-academic = Académica
ui-kind-business = Empresa
ui-kind-government = Organismo público
ui-kind-informal = Grupo informal
ui-parent = Parte de
ui-parent-hint = Buscar su organización matriz
ui-part-of = Parte de { $parent }
ui-aliases = Otros nombres
ui-alias-add = Agregar otro nombre
ui-alias-number = Otro nombre { $number }
ui-alias-kind = Tipo de nombre
ui-alias-acronym = Sigla
ui-alias-former = Nombre anterior
ui-alias-translation = Traducción
ui-alias-spelling = Otra grafía
ui-prints-as-hint = Si es distinto del nombre
ui-sort-as = Se ordena como
ui-sort-as-hint = Solo si se ordena de otra manera (por ejemplo, sin «La»)
ui-printed-as = como { $name }
ui-signed-of =
    { $letters ->
        [one] Firmó { $signed } de { $letters } carta
       *[other] Firmó { $signed } de { $letters } cartas
    }
ui-twins = Puede que ya esté en su lista

# Memberships and how organizations sign
ui-membership = Membresía
ui-membership-member = Miembro
ui-membership-ally = Aliada
ui-membership-prospect = Posible miembro
ui-membership-former = Miembro anterior
ui-website = Sitio web
ui-tags = Etiquetas
ui-decides = Quién decide
ui-lead-days = Días para decidir
ui-never-signs = Nunca firma
ui-ask-first = Llamar antes
ui-twins-chapter = Parece un capítulo de { $parent }.
ui-tags-hint = Escribir una etiqueta y Enter
ui-signing = Cómo firma
ui-decides-hint = La junta, la dirección…
ui-never-signs-hint = Apoyos a candidaturas, política exterior…
ui-ask-first-text = Pide una llamada antes de agregarla a una carta
ui-organization-printing = Impresión y orden
ui-family = Familia
ui-family-more =
    { $count ->
        [one] { $count } más en esta familia
       *[other] { $count } más en esta familia
    }
ui-person-add-here = Agregar una persona aquí
ui-organization-nobody = Sin contactos todavía
ui-logo = Logotipo
ui-logo-of = Logotipo de { $name }
ui-logo-none = Todavía no hay logotipo. Suelte una imagen aquí o elija una.
ui-logo-permitted = Permitido por { $by }, { $on }
ui-logo-by = Quién dio permiso para imprimirlo
ui-logo-by-hint = Una persona de allí, por su nombre
ui-logo-on = Cuándo
ui-logo-add = Agregar un logotipo…
ui-logo-change = Cambiar…
ui-logo-choose = Elegir una imagen…
ui-logo-take = Usar esta imagen
ui-logo-remove = Quitar el logotipo
ui-answers = respondidas
ui-answers-share = { $answered } de { $asked }
ui-answers-days =
    { $count ->
        [one] { $count } día
       *[other] { $count } días
    }
ui-answers-days-label = para responder
ui-answers-leads =
    { $count ->
        [one] { $count } carta
       *[other] { $count } cartas
    }
ui-answers-leads-label = convocadas

# Tables of any length
ui-table-help = Las flechas van de celda en celda, Enter abre o edita, F2 edita, la barra espaciadora selecciona una fila, Ctrl A selecciona todo. En un encabezado, Enter ordena, Alt con una flecha mueve la columna, Alt Mayús con una flecha la ensancha.
ui-table-select = Seleccionar { $name }
ui-table-select-row = Seleccionar
ui-table-select-all = Seleccionar todas las filas
ui-table-columns = Columnas
ui-table-columns-standard = Columnas habituales
ui-table-column-left = Mover { $name } a la izquierda
ui-table-column-right = Mover { $name } a la derecha
ui-table-copy = Copiar como tabla
ui-table-copy-cell = Copiar la celda
ui-table-copy-row = Copiar la fila
ui-table-copy-all =
    { $count ->
        [one] Copiar la { $count } fila
       *[other] Copiar las { $count } filas
    }
ui-table-copying = Copiando: { $done } de { $count }
ui-table-copied =
    { $count ->
        [one] Se copió { $count } fila; puede pegarla en Sheets o Excel.
       *[other] Se copiaron { $count } filas; puede pegarlas en Sheets o Excel.
    }

# The list of organizations
ui-yes = Sí
ui-no = No
ui-contact = A quién escribir
ui-contact-name = Nombre de la persona
ui-region-short = Estado
ui-signed = Firmó
ui-signed-short = { $signed } de { $letters }
ui-organizations-filtered = Los filtros ocultan las demás.

# Filters
ui-filters = Filtros
ui-filter-add = Agregar un filtro
ui-filter-find = Buscar en { $name }
ui-filter-find-hint = Buscar
ui-filter-clear = Quitar el filtro { $name }
ui-filters-clear = Quitar los filtros
ui-filters-saved = Filtros guardados
ui-filter-save = Guardar este filtro
ui-filter-save-none = Primero filtre la lista.
ui-filter-save-as = Guardar con otro nombre
ui-filter-save-over = Guardar los cambios en «{ $name }»
ui-filter-forget = Quitar «{ $name }»
ui-filter-name = Nombre del filtro
ui-filter-name-hint = Puede invitar a firmar a todas las que encuentre.
ui-filter-replaces = Se reemplaza el filtro guardado con este nombre.
ui-standing = En una familia
ui-standing-parent = Tiene capítulos
ui-standing-chapter = Es un capítulo
ui-standing-alone = Por su cuenta
ui-filter-person = Alguien a quien escribir
ui-filter-signer = Alguien que puede firmar
ui-filter-contains = contiene «{ $text }»
ui-filter-contains-label = { $name }: contiene
ui-filter-most = { $number } como máximo
ui-filter-days-label = Días como máximo
ui-filter-signed =
    { $count ->
        [one] al menos { $number } carta
       *[other] al menos { $number } cartas
    }
ui-filter-signed-label = Cartas como mínimo
ui-filter-quiet = sin contacto desde { $date }
ui-filter-quiet-label = Sin contacto desde
ui-filter-letter = Carta
ui-filter-letter-choose = Elegir una carta
ui-filter-letter-there = Está en ella
ui-filter-letter-absent = No está en ella
ui-filter-letter-statuses = Con la situación
ui-filter-letter-on = en «{ $title }»
ui-filter-letter-off = fuera de «{ $title }»
ui-filter-letter-is = { $statuses } en «{ $title }»
ui-filter-letter-not = no { $statuses } en «{ $title }»
ui-ask-list = Filtro guardado

# Several organizations at once
ui-bulk = Organizaciones seleccionadas
ui-bulk-change = Cambiar
ui-bulk-tag-add = Agregar una etiqueta
ui-bulk-tag-remove = Quitar una etiqueta
ui-bulk-letter = Poner en una carta
ui-bulk-busy = Cambiando
ui-bulk-progress = Cambiando { $done } de { $count }
ui-keys-print = Ctrl P
ui-keys-paper = Menú de un nombre en la hoja
ui-bulk-parent-none = No es parte de ninguna
ui-bulk-set = Poner en { $count }
ui-bulk-empty = Vaciar en { $count }

# Duplicates and merging
ui-duplicates = Duplicados
ui-duplicates-same = Quizá la misma
ui-duplicates-searching = Buscando organizaciones que estén dos veces en la lista
ui-duplicates-stopped = La búsqueda se detuvo
ui-duplicates-stopped-text = No se cambió nada. Se puede repetir en cualquier momento.
ui-duplicates-search = Buscar duplicados
ui-duplicates-again = Buscar de nuevo
ui-duplicates-found-at =
    { $count ->
        [one] { $count } organización revisada a las { $time }
       *[other] { $count } organizaciones revisadas a las { $time }
    }
ui-duplicates-stale = La lista cambió después de esta búsqueda.
ui-duplicates-none = No se encontraron duplicados
ui-duplicates-none-text = Ninguna organización parece estar dos veces. Las que se marcaron como distintas siguen aparte.
ui-duplicates-more =
    { $count ->
        [one] { $count } grupo más, que aparece al resolver estos
       *[other] { $count } grupos más, que aparecen al resolver estos
    }
ui-duplicates-side-by-side = Lado a lado
ui-duplicates-pair = { $one } y { $other }
ui-duplicates-differs = (difiere)
ui-duplicates-keep = Conservar esta
ui-duplicates-keeps = Se conserva
ui-duplicates-kept = { $other } → { $kept }
ui-duplicates-not-same = No es la misma
ui-families = Familias
ui-families-text = Estas parecen capítulos o filiales de otra organización. Siguen separadas; solo se fija su lugar en la familia.
ui-families-put = Ponerla como capítulo
ui-families-put-all =
    { $count ->
        [one] Ponerla como capítulo
       *[other] Poner las { $count } como capítulos
    }
ui-families-not = No es de esta familia
ui-families-accept-all =
    { $count ->
        [one] Aceptar la que se muestra
       *[other] Aceptar las { $count } que se muestran
    }
ui-families-more =
    { $count ->
        [one] { $count } más, que aparece al resolver estas
       *[other] { $count } más, que aparecen al resolver estas
    }
ui-families-none = No hay familias que sugerir
ui-families-none-text = Toda organización que parece capítulo de otra ya tiene su lugar.
ui-merge = Unir dos organizaciones
ui-merge-dots = Unir…
ui-merge-do = Unir
ui-merge-other = Su duplicado en la lista
ui-merge-goes = Se une
ui-merge-stays = Se conserva
ui-merge-swap = Intercambiar
ui-merge-collisions =
    { $count ->
        [one] Ambas están en { $count } carta
       *[other] Ambas están en { $count } cartas
    }
ui-merge-collisions-text = En cada una queda una sola firma; se conserva el respaldo de ambas.
ui-merge-evidence =
    { $count ->
        [0] sin respaldo
        [one] { $count } respaldo
       *[other] { $count } respaldos
    }
ui-merge-fields = En qué difieren
ui-merge-nothing = Nada
ui-merge-both = Se conservan ambas notas
ui-merge-moves = Qué pasa de una a otra
ui-merge-aliases = Otros nombres
ui-merge-people = Personas
ui-merge-joined = Personas en ambas
ui-merge-letters = Cartas
ui-merge-leads = Cartas que convoca
ui-merge-children = Capítulos
ui-merge-tags = Etiquetas
ui-merge-with = Unir con…
ui-bulk-stay =    { $count ->
        [one] { $count } organización está en una carta, convoca una o tiene capítulos, y se queda.
       *[other] { $count } organizaciones están en una carta, convocan una o tienen capítulos, y se quedan.
    }
ui-person-merge = Unir a dos personas
ui-person-merge-other = El duplicado en la lista
ui-person-merge-addresses = Correos y teléfonos
ui-person-merge-joined = Mismo cargo en ambas
ui-person-merge-lost = No se conserva: { $what }

# People
ui-people = Personas
ui-copied-text = Copiado
ui-history-undated = Aún sin respuesta
ui-span = { $since } – { $until }
ui-span-since = desde { $since }
ui-span-until = hasta { $until }
ui-primary = Contacto principal
ui-may-sign = Puede firmar
ui-do-not-contact = No contactar
ui-languages = Idiomas
ui-email = Correo
ui-phone = Teléfono
ui-preferred = Preferido
ui-person-signs = firma
ui-person-authorized = dio la respuesta
ui-person-nowhere = En ninguna organización
ui-person-name-missing = Ponga un nombre a la persona.
ui-person-where-missing = Elija la organización o quite la fila.
ui-numbered = { $what } { $number }
ui-prefer = Preferir { $what }
ui-organization = Organización
ui-organization-other = Otra que no sea { $name }
ui-role = Función
ui-since = Desde
ui-until = Hasta
ui-date-hint = 2019 o 2019-05
ui-person-place-add = Agregar otra organización
ui-person-twins = Puede que esta persona ya esté en su lista
ui-person-same-email = el mismo correo
ui-person-same-name = el mismo nombre
ui-person-new = Persona nueva
ui-person-edit = Editar la persona
ui-person-add = Agregar la persona
ui-person-add-named = Agregar «{ $name }»
ui-pronouns = Pronombres
ui-emails = Correos
ui-email-add = Agregar otro correo
ui-phones = Teléfonos
ui-phone-add = Agregar otro teléfono
ui-languages-hint = Inglés, hmong…
ui-do-not-contact-text = No contactar
ui-person-sorting = Orden
ui-person-sort-hint = Solo si no es por el apellido tal como está
ui-person-more-places =
    { $count ->
        [one] y en { $count } más
       *[other] y en { $count } más
    }
ui-filter-current = Sigue en alguna organización
ui-filter-email = Tiene correo
ui-filter-phone = Tiene teléfono
ui-filter-import = De la importación
ui-people-bulk = Personas seleccionadas
ui-people-find = Buscar por nombre, organización, función, correo o teléfono
ui-people-count =
    { $count ->
        [one] { $count } persona
       *[other] { $count } personas
    }
ui-people-filtered = Los filtros ocultan las demás.
ui-people-empty = Todavía no hay personas
ui-people-empty-text = Las personas a quienes se escribe en las organizaciones, y quienes firman por ellas. Agregue una aquí o importe sus contactos.

# Una firma completa
ui-open = Abrir
ui-open-named = Abrir { $name }
ui-more = Mostrar más
ui-less = Mostrar menos
ui-late = Fuera de plazo
ui-individual-signs = Firma a título individual
ui-prints = En la carta
ui-name-confirmed = Confirmó como «{ $name }». Conviene verificar que acepta otro nombre.
ui-name-use = Usar ese
ui-sign-on-note-none = Agregar una nota
ui-affiliation-hint = Se imprime «solo con fines de identificación»
ui-because = Vale sin nada por escrito: { $reason }
ui-confirm-again = Confirmar de nuevo
ui-needs-to-ask = Queda por invitar, como si no se la hubiera invitado.
ui-needs-asked = Ya se le escribió o llamó.
ui-needs-considering = Lo está pensando; conviene anotar qué día decide, si lo dijo.
ui-needs-said-yes = Un sí por teléfono o en una reunión. Queda fuera de la lista hasta que esté por escrito.
ui-needs-confirmed = Un sí por escrito, o un motivo. Aparece en la carta.
ui-needs-declined = Dijo que no.
ui-needs-withdrawn = Retira su sí. Sale de la lista; lo que se envió queda como estaba.
ui-missing-written = Falta un sí por escrito: suelte aquí el correo, o pegue lo que escribió.
ui-standing-must = El texto cambió desde que firmó: debe confirmar de nuevo.
ui-standing-must-by = El texto cambió desde que firmó: debe confirmar de nuevo antes del { $date }.
ui-standing-lapsed = El texto cambió y no confirmó de nuevo: queda fuera.
ui-standing-lapsed-by = El texto cambió y no confirmó de nuevo antes del { $date }: queda fuera.
ui-standing-may = Firmó una versión anterior y cuenta, salvo que objete.
ui-standing-may-by = Firmó una versión anterior y cuenta, salvo que objete antes del { $date }.
ui-write-to = A quién escribir
ui-write-to-nobody = Nadie todavía
ui-write-to-gone = { $name } (ya no está)
ui-write-to-no-address = No se conoce ninguna dirección.
ui-evidence-nothing = Nada todavía: ni correo, ni formulario, ni papel.
ui-evidence-add-file = Agregar un archivo…
ui-evidence-add-text = Pegar lo que escribieron
ui-evidence-drop = O suelte aquí un correo o un archivo (hasta 25 MB). Se guarda en el archivo de la coalición.
ui-evidence-let-go = Suelte para guardarlo como respaldo
ui-evidence-from = de { $sender }
ui-evidence-shared =
    { $count ->
        [one] { $count } firma se basa en él
       *[other] { $count } firmas se basan en él
    }
ui-evidence-sum = Suma de comprobación (SHA-256): { $sum }
ui-evidence-text = Texto
ui-evidence-words = Qué escribió o dijo
ui-evidence-text-missing = Falta lo que dijo: péguelo o escríbalo.
ui-evidence-via = Cómo llegó
ui-evidence-keep = Guardar el respaldo
ui-outreach = Contacto
ui-outreach-log = Registrar una llamada o un correo
ui-outreach-none = Todavía no hay contactos registrados.
ui-outreach-what = Qué se hizo
ui-outreach-wrote = Correo
ui-outreach-called = Llamada
ui-outreach-said = Qué se dijo
ui-outreach-ask = Invitación
ui-outreach-reminder = Recordatorio
ui-outreach-call = Llamada
ui-outreach-note = Nota
ui-chase-after = Sin seguimiento hasta el { $date }.
ui-chase-now = Dar seguimiento ya

# Consultar a partir de una fuente
ui-ask-from = A quién invitar
ui-ask-from-search = Buscar
ui-ask-from-import = Importación
ui-ask-from-members = Miembros
ui-ask-from-letter = Quien firmó…
ui-ask-from-topic = Última del tema
ui-ask-narrow = Acotar esta lista
ui-ask-everybody =
    { $count ->
        [one] { $count } organización
       *[other] Las { $count } organizaciones
    }
ui-ask-already =
    { $count ->
        [one] { $count } más ya está en esta carta.
       *[other] { $count } más ya están en esta carta.
    }
ui-ask-all-there =
    { $count ->
        [one] La única ya está en esta carta.
       *[other] Las { $count } ya están en esta carta.
    }
ui-ask-none = Aquí todavía no hay organizaciones.
ui-ask-no-members = Ninguna de sus organizaciones está marcada como miembro.
ui-ask-mark-members =    { $count ->
        [one] Marcarla como miembro
       *[other] Marcar las { $count } como miembros
    }
ui-ask-no-filters = Guarde un filtro en la página de organizaciones para invitar a ese grupo de una vez.
ui-ask-no-letters = Todavía no hay otra carta.
ui-ask-no-topic = Esta carta aún no tiene tema. Con uno en su formulario, aquí aparece quien firmó la última carta sobre él.
ui-ask-topic-is = Firmó la última carta sobre «{ $topic }»
ui-individual-add = Agregar una persona
ui-individual-lead = Una persona que firma por sí misma, no por una organización.
ui-individual-name-missing = Falta el nombre de la persona.

# Reglas de una carta y sus plazos
ui-letter-parts = Partes de la carta
ui-letter-history = Historial de esta carta
ui-letter-rules = Tema y reglas
ui-letter-rules-about = Quién puede firmar y cuándo dar seguimiento
ui-letter-topic = Tema
ui-letter-topic-hint = Sirve para encontrar a quienes firmaron su última carta sobre este tema
ui-letter-individuals = También pueden firmar personas
ui-letter-chase-days = Dar seguimiento tras (días sin respuesta)
ui-letter-gap-days = Esperar al menos (días entre mensajes)
ui-deadline-move = Mover un plazo
ui-deadline-set = Fijar el plazo
ui-deadline-which = Qué plazo
ui-deadline-at = Nueva fecha y hora
ui-deadline-missing = Falta la fecha y la hora.
ui-deadline-later =
    { $count ->
        [one] { $count } día más
       *[other] { $count } días más
    }
ui-deadline-note = Por qué
ui-deadline-note-hint = Queda con la carta y en su historial
ui-deadline-lift = Quitar este plazo
ui-deadline-before = Cambios anteriores
ui-deadline-was-moved = { $which }: del { $before } al { $after }
ui-deadline-was-set = { $which }: fijado en { $after }
ui-deadline-was-lifted = { $which }: se quitó { $before }

# Textos de una carta
ui-texts = Texto y versiones
ui-texts-none = Todavía no hay texto
ui-texts-none-text = Pegue aquí la carta. Undersigned recuerda qué versión firmó cada organización.
ui-text-add = Agregar una versión
ui-text-number = Versión { $number }
ui-text-first = Primer texto
ui-text-no-summary = Cambiado
ui-text-signed = Firmaron la versión { $number }
ui-text-signed-none = Firmaron antes de que hubiera texto
ui-text-compare = Comparar con
ui-text-alone = Leer solo este
ui-text-with = Comparado con la versión { $number }
ui-text-words = { $added } palabras nuevas, { $removed } quitadas
ui-text-words-of = El texto
ui-text-from-document = De un documento…
ui-text-missing = Falta el texto: péguelo o escríbalo.
ui-text-same = Todavía no cambió nada en el texto.
ui-text-summary = Qué cambió, en una línea
ui-text-summary-hint = Para quien firmó antes
ui-text-asks-nothing = Quien firmó no tiene que hacer nada.
ui-text-opt-out = Quien firmó puede objetar.
ui-text-opt-out-by = Quien firmó puede objetar hasta el { $date }.
ui-text-opt-in = Quien firmó debe confirmar de nuevo.
ui-text-opt-in-by = Quien firmó debe confirmar de nuevo antes del { $date }.
ui-duty =
    { $count ->
        [0] ¿Qué tienen que hacer quienes firmaron antes?
        [one] ¿Qué tiene que hacer quien firmó?
       *[other] ¿Qué tienen que hacer las { $count } que firmaron?
    }
ui-duty-none = Nada
ui-duty-none-about = Cambio menor. Todas las firmas se mantienen.
ui-duty-opt-out = Pueden objetar
ui-duty-opt-out-about = Las firmas se mantienen salvo que objeten antes de una fecha.
ui-duty-opt-in = Deben confirmar de nuevo
ui-duty-opt-in-about = Salen de la lista hasta que confirmen esta versión.
ui-duty-out-until = Pueden objetar hasta
ui-duty-in-until = Confirmar de nuevo antes del
ui-texts-standing = Quién firmó cada versión
ui-standing-signed = Firmaron
ui-standing-counted =
    { $count ->
        [one] Cuenta { $count }.
       *[other] Cuentan { $count }.
    }
ui-standing-show = Mostrarlas
ui-stands = Valen
ui-may-opt-out = Pueden objetar
ui-must-reconfirm = Deben confirmar de nuevo
ui-lapsed = No confirmaron de nuevo

# Antes de enviar
ui-check = Antes de enviar
ui-check-no-stops = Lista para enviarse
ui-check-more = Mostrar { $count } más
ui-mend-confirm = Lo tengo por escrito
ui-mend-leave-out = Dejar fuera estas
ui-mend-signer = Decir quién firma
ui-mend-title = Agregar el cargo
ui-mend-use-name = Usar el nombre anterior

# Seguimiento
ui-followups = Seguimiento
ui-followups-due =
    { $count ->
        [0] nadie por contactar hoy
        [one] { $count } para hoy
       *[other] { $count } para hoy
    }
ui-followups-letter = Carta
ui-followups-all-letters = Todas las cartas
ui-followups-kinds = Por qué están aquí
ui-followups-none-here = Aquí no hay a quién dar seguimiento
ui-followups-waiting = Más adelante
ui-followups-empty = No queda a quién dar seguimiento
ui-followups-empty-text = Todo el mundo ha contestado o ya tiene su recordatorio. Buen trabajo; hasta mañana.
ui-followups-help = Las flechas mueven; con Mayús seleccionan; Espacio selecciona una. W: registrar un correo. C: registrar una llamada. D: hecho por hoy. L: en una semana. M: escribir. Enter: qué respondieron. O: abrir.
ui-followup-wrote = Registrar correo
ui-followup-called = Registrar llamada
ui-followup-done = Hecho por hoy
ui-followup-later = En una semana
ui-followup-until = Sin seguimiento hasta
ui-followup-status = Qué respondió
ui-followup-last =
    { $count ->
        [0] Último contacto { $when }
        [one] Un contacto, { $when }
       *[other] { $count } contactos, el último { $when }
    }
ui-followup-never = Nunca se le ha escrito
ui-followup-waiting = Volver a contactar el { $date }
ui-followup-deadline = plazo cercano
ui-followup-reconfirm = debe confirmar de nuevo
ui-followup-board-date = fecha pasada
ui-followup-unwritten = falta por escrito
ui-followup-no-answer = sin respuesta
ui-followup-to-ask = por invitar
ui-later-in =
    { $count ->
        [one] Mañana
       *[other] En { $count } días
    }
ui-keys-until = Mayús L

# El historial
ui-history = Historial
ui-history-lead = Todo lo que se hizo y quién lo autorizó. Deshacer agrega una línea; solo al olvidar a una persona se quita algo.
ui-history-all = Todo
ui-history-by = Autorizó { $name }
ui-history-author = Lo hizo { $name }
ui-history-forget = Olvidar a { $name }…
ui-history-undone = Deshecho: { $label }
ui-history-redone = Rehecho: { $label }
ui-history-narrow = Acotar el historial
ui-history-find = Buscar en el historial
ui-history-letter = Carta
ui-history-organization = Organización
ui-history-person = Persona
ui-history-from = Desde
ui-history-to = hasta
ui-history-narrowed = Nada en el historial coincide.
ui-history-empty = Todavía no se ha hecho nada
ui-history-empty-text = Aquí aparecerá cada cambio de una carta, una organización o una persona.
ui-history-none-yet = Nada todavía.
ui-history-end = El principio.

# Gráficos
ui-pictures = Gráficos
ui-pictures-empty = Todavía no ha firmado nadie
ui-pictures-empty-text = Aquí se dibujan las firmas en el tiempo y por estado, según llegan.
ui-picture-save = Guardar como
ui-picture-svg = SVG
ui-picture-svg-about = Para imprimir; se puede editar
ui-picture-png = PNG
ui-picture-png-about = Para correos y diapositivas
ui-picture-table = Como tabla
ui-picture-hide-table = Ocultar la tabla
ui-timeline = Firmas en el tiempo
ui-timeline-about =
    { $count ->
        [one] { $count } confirmada hasta ahora.
       *[other] { $count } confirmadas hasta ahora.
    }
ui-timeline-file = firmas-en-el-tiempo
ui-timeline-today = Hoy
ui-timeline-soft = Respuestas: { $when }
ui-timeline-hard = Cierra: { $when }
ui-timeline-declined =
    { $count ->
        [one] { $count } no firma
       *[other] { $count } no firman
    }
ui-timeline-day = { $confirmed } confirmadas, { $declined } no firman
ui-map = Firmas por estado
ui-map-about =
    { $states ->
        [one] Confirmadas: { $count }, en { $states } estado.
       *[other] Confirmadas: { $count }, en { $states } estados y territorios.
    }
ui-map-file = firmas-por-estado
ui-map-state = Estado
ui-map-count = Confirmadas
ui-map-names = Nombres
ui-map-most = Más firmas
ui-map-more = y { $count } más
ui-map-elsewhere =
    { $count ->
        [one] { $count } en otro lugar, o sin estado conocido
       *[other] { $count } en otro lugar, o sin estado conocido
    }
ui-map-unknown = En otro lugar, o sin dato
ui-matrix = Quién firma qué
ui-matrix-file = quien-firma-que
ui-matrix-size =
    { $rows ->
        [one] { $rows } organización
       *[other] { $rows } organizaciones
    }, { $columns ->
        [one] { $columns } carta
       *[other] { $columns } cartas
    }
ui-matrix-which = Qué organizaciones
ui-matrix-signed = Las que han firmado
ui-matrix-members = Miembros
ui-matrix-everybody = Todas
ui-matrix-order = Orden
ui-matrix-by-name = Por nombre
ui-matrix-by-signed = Por número de firmas
ui-matrix-nothing = No está
ui-matrix-newer = Cartas más nuevas
ui-matrix-older = Cartas más antiguas
ui-matrix-table = Tabla
ui-matrix-table-about = XLSX o CSV, con todas las organizaciones
ui-matrix-empty = Todavía no hay qué comparar
ui-matrix-empty-text = Cuando una organización firme una carta, aparecerá aquí con todas las que firmó.

ui-mend-accept = Aceptar…
ui-mend-verify = Verificado…
ui-settle-by = Quién lo dice
ui-settle-word = Por qué está bien así
ui-settle-accept = Aceptar
ui-verify-how = Cómo se verificó
ui-verify-keep = Guardar
ui-check-settled = { $count ->
    [one] Una observación aceptada
   *[other] { $count } observaciones aceptadas
}
ui-check-settled-by = Aceptado por { $by }: { $word }
ui-import-take = Aceptarlo
ui-authority = Quién puede firmar
ui-authority-other-domain = La respuesta llegó de un dominio distinto al de su sitio web.
ui-authority-free-mail = La respuesta llegó de una dirección de correo gratuito.
ui-authority-not-there = Quien firmó no figura entre su gente.
ui-authority-may-not-sign = Quien firmó no está marcado como alguien que puede firmar.
ui-authority-first-contact = Nunca habían estado en contacto con usted.
ui-authority-former = La organización está marcada como miembro anterior.
ui-authority-list-only = Solo una lista la nombra.
ui-unnamed = Cuenta, pero no se nombra
ui-unnamed-hint = El nombre no aparece en ninguna lista ni en ediciones posteriores. Solo este registro, la revisión y la exportación completa lo muestran.
ui-unnamed-editions = Las ediciones congeladas antes todavía la nombran: { $editions }.

# Frase de contraseña, copias de seguridad, olvidar
ui-passphrase = Frase de contraseña
ui-passphrase-show = Mostrar la frase de contraseña
ui-passphrase-hide = Ocultar la frase de contraseña
ui-unlock = Desbloquear
ui-unlock-busy = Desbloqueando…
ui-unlock-lost = Sin la frase nadie puede abrir este archivo, tampoco nosotros. ¿Imprimió una hoja de recuperación?
ui-unlock-kept = Desbloquear con el llavero de esta computadora
ui-lock-kept = El llavero de esta computadora recuerda la frase
ui-salvage = Guardar lo que se puede leer…
ui-salvage-text = Lo que se puede leer pasa a un archivo nuevo, que se abre. Se dice qué falta.
ui-damaged-backup = Restaurar la última copia de seguridad
ui-damaged-backup-text = Es del { $date }. El archivo dañado se conserva entre las copias.
ui-verify-file = El archivo entero
ui-verify-file-text = Se pueden verificar cada página, cada referencia y el índice de búsqueda.
ui-verify-file-do = Verificar
ui-verify-file-busy = Verificando…
ui-verify-file-sound = No se encontraron daños.
ui-verify-file-damaged =
    { $count ->
        [one] Está dañado: un error.
       *[other] Está dañado: { $count } errores.
    }
ui-open-another = Abrir otro archivo…
ui-waiting-back = Volver al archivo que está abierto
ui-shared-move = Moverlo aquí
ui-shared-move-text = El archivo pasa a la carpeta propia de esta computadora y deja la otra. Se trabaja con él allí.
ui-shared-copy = Trabajar con una copia…
ui-shared-copy-text = Usted elige dónde. El archivo se queda donde está; al terminar, guarde una copia en la carpeta.
ui-passphrase-set = Proteger este archivo con una frase de contraseña
ui-passphrase-set-dots = Proteger con una frase de contraseña…
ui-passphrase-set-do = Proteger
ui-passphrase-change = Cambiar la frase de contraseña
ui-passphrase-change-dots = Cambiar la frase de contraseña…
ui-passphrase-change-do = Cambiarla
ui-passphrase-remove = Quitar la frase
ui-passphrase-lead = Quien encuentre o se lleve esta computadora no puede leer un archivo protegido: nombres, respuestas, historial y copias de seguridad están cifrados.
ui-passphrase-current = Frase actual
ui-passphrase-new = Frase nueva
ui-passphrase-again = Escríbala otra vez
ui-passphrase-make = Sugerir una: seis palabras
ui-passphrase-differs = No coinciden. Escríbala de nuevo.
ui-passphrase-wrong = Esta no es la frase de contraseña del archivo.
ui-passphrase-lost = Sin ella no hay manera de entrar. Nadie puede restablecerla. Imprima la hoja de recuperación cuando esté puesta.
ui-passphrase-is-set = Se protegió el archivo con la frase nueva
ui-passphrase-is-off = Se quitó la frase de contraseña
ui-passphrase-copies-locked =
    { $count ->
        [one] { $count } copia de seguridad quedó también protegida con ella.
       *[other] { $count } copias de seguridad quedaron también protegidas con ella.
    }
ui-passphrase-copies-off =
    { $count ->
        [one] { $count } copia de seguridad se lee también sin ella.
       *[other] { $count } copias de seguridad se leen también sin ella.
    }
ui-passphrase-left =
    { $count ->
        [one] Esta copia no se pudo escribir de nuevo y está como estaba. Bórrela si no la necesita:
       *[other] Estas copias no se pudieron escribir de nuevo y están como estaban. Bórrelas si no las necesita:
    }
ui-passphrase-elsewhere = Las copias que guardó o envió a otra parte no cambiaron.
ui-strength-weak = Débil: quien tenga el archivo la adivina en minutos
ui-strength-fair = Regular: frena a casi todos, no a quien tenga tiempo y dinero
ui-strength-strong = Fuerte: nadie la va a adivinar
ui-sheet-print = Imprimir una hoja de recuperación…
ui-sheet-why = La hoja de recuperación lleva la frase. Guárdela en papel, lejos de esta computadora.
ui-sheet-title = Hoja de recuperación
ui-sheet-for = Esta frase abre el archivo de una coalición en Undersigned. Sin ella nadie puede abrirlo.
ui-sheet-file = Archivo
ui-sheet-date = Puesta el
ui-sheet-keep = Guarde esta hoja aparte de la computadora, donde solo la encuentren personas que pueden leer la lista. Destrúyala cuando cambie la frase.
ui-lock = Bloqueo, portapapeles, copias de seguridad
ui-lock-now = Bloquear ahora
ui-keys-lock = Ctrl L
ui-lock-on = Este archivo está protegido con una frase de contraseña.
ui-lock-off = Este archivo no tiene frase de contraseña.
ui-lock-after = Bloquear sin actividad durante
ui-clipboard-clear = Borrar lo copiado después de
ui-never = Nunca
ui-minutes =
    { $count ->
        [one] { $count } minuto
       *[other] { $count } minutos
    }
ui-seconds =
    { $count ->
        [one] { $count } segundo
       *[other] { $count } segundos
    }
ui-start-lock = Los nombres de una lista pueden poner a personas en riesgo. Puede proteger el archivo con una frase.
ui-start-locked = Este archivo está protegido con una frase de contraseña.
ui-file-here-locked = Bloqueado, en esta computadora
ui-file-not-saved = No se guarda: movieron el archivo
ui-file-to-look = Solo lectura
ui-file-moved = Otro programa movió, renombró o reemplazó este archivo. Ya no se escribe nada en él. Guarde una copia de lo que ve y abra después el archivo con el que quiere trabajar.
ui-file-read-only = Este archivo es de solo lectura: no se puede escribir en él o en su carpeta. Guarde una copia para trabajar con ella.
ui-backups = Copias de seguridad
ui-backups-dots = Copias de seguridad…
ui-backups-short = Las copias de seguridad son automáticas.
ui-backups-lead = Se hace una copia automáticamente al cerrar un archivo cambiado y antes de importar, de unir y de cambios grandes. Las antiguas se van espaciando a lo largo de un año.
ui-backups-none = Todavía ninguna: la primera se hace al cerrar el archivo.
ui-backups-folder = Están en { $path }
ui-backups-choose = Otra carpeta…
ui-backups-beside = Otra vez junto al archivo
ui-backup-now = Hacer una ahora
ui-backup-elsewhere = Una copia en otra parte
ui-backup-copied = La última se hizo el { $date }.
ui-backup-never-copied = Todavía ninguna. Una copia en una memoria USB sobrevive a esta computadora.
ui-backup-copy = Guardar una copia en otro lugar…
ui-backup-contents = Organizaciones { $organizations } · personas { $people } · cartas { $letters } · confirmadas { $confirmed }
ui-backup-same = Como el archivo ahora
ui-backup-since =
    { $count ->
        [one] { $count } cambio desde entonces
       *[other] { $count } cambios desde entonces
    }
ui-backup-unreadable = No se puede leer: está dañada o protegida con otra frase.
ui-backup-test = Probar
ui-backup-test-named = Probar la copia { $name }
ui-backup-busy = Probando…
ui-backup-sound = Se puede restaurar y está completa: organizaciones { $organizations }, cartas { $letters }.
ui-backup-restore = Restaurar…
ui-backup-restore-named = Restaurar la copia { $name }
ui-backup-restore-text = El archivo vuelve a como estaba entonces. Lo que tiene ahora se guarda entre las copias.
ui-backup-restore-do = Restaurar
ui-backup-restored = El archivo volvió a como estaba el { $date }. Lo que tenía antes está entre las copias.
ui-copy-old = La última copia fuera de esta computadora es del { $date }. Una memoria USB en un cajón sobrevive a esta computadora.
ui-copy-never = Todavía no hay ninguna copia fuera de esta computadora. Una memoria USB en un cajón la sobrevive.
ui-forget-dots = Olvidar…
ui-forget-contacts-dots = Olvidar los contactos…
ui-forget-title = Olvidar a { $name }
ui-forget-contacts-title = Olvidar los contactos de { $name }
ui-forget-lead = Esto se quita del archivo, de su historial y de su búsqueda:
ui-forget-people =
    { $count ->
        [one] { $count } persona, con direcciones, cargos y notas
       *[other] { $count } personas, con direcciones, cargos y notas
    }
ui-forget-sign-ons =
    { $count ->
        [one] { $count } firma propia, con su respaldo
       *[other] { $count } firmas propias, con su respaldo
    }
ui-forget-texts =
    { $count ->
        [one] el nombre en { $count } texto más, reemplazado por una raya
       *[other] el nombre en { $count } textos más, reemplazado por una raya
    }
ui-forget-files =
    { $count ->
        [one] { $count } archivo guardado que los nombra
       *[other] { $count } archivos guardados que los nombran
    }
ui-forget-editions =
    { $count ->
        [one] el nombre en { $count } edición, que se marca con la fecha de hoy
       *[other] el nombre en { $count } ediciones, que se marcan con la fecha de hoy
    }
ui-forget-undo =
    { $count ->
        [one] { $count } paso que ya no se podrá deshacer
       *[other] { $count } pasos que ya no se podrán deshacer
    }
ui-forget-namesake = Otra persona tiene el mismo nombre. Solo se quita lo que claramente se refiere a esta: revise los textos por su cuenta.
ui-forget-copies =
    { $count ->
        [one] Esta copia de seguridad todavía la contiene. Bórrela cuando pueda prescindir de ella:
       *[other] Estas copias de seguridad todavía la contienen. Bórrelas cuando pueda prescindir de ellas:
    }
ui-forget-outside = Las cartas ya enviadas, las exportaciones y las copias en otra parte no se alcanzan desde aquí.
ui-forget-never = Esto no se puede deshacer.
ui-forget-nobody = Todas las personas de aquí están también en otra organización. Olvídelas una por una.
ui-forget-word = olvidar
ui-forget-type = Escriba «{ $word }» para seguir
ui-forget-do = Olvidar
ui-forgotten = Olvidado. El historial dice solo que se hizo, y cuándo.
ui-edition-struck = Se tachó a una persona el { $date }. La copia que se envió está como estaba.

# Days and moments that are typed.
ui-date-example = 4 dic
ui-date-time-example = 4 dic, 17:00
ui-date-choose = Elegir un día: { $field }
ui-date-past = Ese día ya pasó.
ui-date-future = Ese día todavía no llega.
ui-month-before = Mes anterior
ui-month-after = Mes siguiente
ui-zone-hint = Buscar una ciudad

# Closing a form that holds something.
ui-unsaved = ¿Descartar lo que escribió?
ui-unsaved-keep = Seguir editando
ui-unsaved-discard = Descartar
ui-duty-until-missing = Falta la fecha.

# The ledger as a table, and the pane beside it.
ui-ledger-person = Contacto
ui-ledger-version = Versión
ui-ask-dots = Invitar organizaciones…
ui-table-save-or-print = Guardar o imprimir
ui-divider-hint = Arrastre para cambiar el ancho; doble clic para restablecerlo
ui-block-width = Ancho del panel lateral
ui-block-choices = Presentación: { $words }
ui-table-save =
    { $count ->
        [one] Guardar { $count } fila como Excel o CSV…
       *[other] Guardar { $count } filas como Excel o CSV…
    }
ui-table-print =
    { $count ->
        [one] Imprimir { $count } fila…
       *[other] Imprimir { $count } filas…
    }
ui-block-columns =
    { $count ->
        [one] { $count } columna
       *[other] { $count } columnas
    }

# Findings of a kind, in one line.
ui-check-kind-empty = No figura nadie
ui-check-kind-no-ground = Confirmadas sin respaldo
ui-check-kind-unwritten = En la lista sin un sí por escrito
ui-check-kind-nobody-responsible = Sin contacto ni respaldo
ui-check-kind-count-differs = Cantidades que no coinciden
ui-check-kind-title-missing = Firmantes sin cargo
ui-check-kind-parent-and-chapter = Matriz y capítulo, ambos en la lista
ui-check-kind-name-differs = Nombre distinto al de la última vez
ui-check-kind-said-yes-left-out = Dijeron que sí, falta por escrito
ui-check-kind-older-version = Firmaron una versión anterior
ui-check-kind-withdrawn = Retiraron su firma
ui-check-kind-sent-and-withdrawn = En una lista enviada y retiradas
ui-check-kind-twice = Repetidas
ui-check-kind-perhaps-twice = Podrían ser la misma
ui-check-kind-name-changed = Confirmadas con otro nombre
ui-check-kind-may-opt-out = Todavía pueden objetar
ui-check-kind-late = Confirmadas tarde
ui-check-kind-other-domain = Respondieron desde otro dominio
ui-check-kind-free-mail = Respondieron desde un correo gratuito
ui-check-kind-signer-not-there = Firmante que no está entre su gente
ui-check-kind-signer-may-not-sign = Firmante sin permiso para firmar
ui-check-kind-first-contact = Primer contacto
ui-check-kind-former-organization = Miembros anteriores
ui-check-kind-list-only = Solo constan en una lista
ui-check-kind-asked-by-import = Una importación dice otra cosa
ui-check-accept-all = Aceptar las { $count }…
ui-legend-reconfirm =
    { $count ->
        [one] debe confirmar de nuevo
       *[other] deben confirmar de nuevo
    }

# The file, and what is looked for by other words.
ui-about = Acerca de Undersigned
ui-guide = Guía
ui-guide-find = Buscar en la guía
ui-also-guide = ayuda manual cómo
ui-guide-page = Guía: { $title }
ui-about-version = Versión { $version } · { $licence }
ui-about-promise = Todo se queda en esta computadora. Undersigned no envía nada y no usa cuentas.
ui-about-parts = Hecho con { $count } bibliotecas de código abierto
ui-file-rename = Cambiar el nombre del archivo
ui-file-rename-dots = Cambiar nombre…
ui-file-rename-name = Nombre del archivo
ui-file-rename-hint = El archivo se queda en su carpeta. Sus copias de seguridad también cambian de nombre.
ui-file-rename-do = Cambiar nombre
ui-file-renamed = Ahora se llama «{ $name }»
ui-file-folder = Mostrar en la carpeta
ui-file-recent = Abrir «{ $name }»
ui-recent = Archivos recientes
ui-settings-recent = Recordar los archivos abiertos hace poco
ui-recent-clear = Vaciar la lista ({ $count })
ui-export = Exportar todo
ui-export-dots = Exportar todo…
ui-export-lead = Escribe todo lo que hay en este archivo en una carpeta que otros programas pueden leer: un archivo por tabla y todos los adjuntos.
ui-export-open = Los archivos exportados no quedan protegidos por su frase de contraseña.
ui-export-choose = Elegir una carpeta…
ui-document-dots = Poner en un documento…
ui-layout-to = Presentación: { $layout }
ui-mark-as = Marcar como { $status }
ui-show-only = Mostrar solo: { $status }
ui-also-block = bloque firmas lista nombres portapapeles word pdf
ui-also-copy-file = duplicar copia guardar como
ui-also-export = descargar csv excel json salir
ui-also-keys = atajos teclado ayuda
ui-also-about = versión licencia ayuda
ui-also-settings = preferencias opciones idioma tema oscuro claro
ui-also-paste = respuestas formulario importar registrar firmas
ui-also-text = versión redacción borrador carta
ui-also-import = csv excel hoja contactos lista subir
ui-export-done =
    { $count ->
        [one] Se escribió { $count } archivo en { $folder }
       *[other] Se escribieron { $count } archivos en { $folder }
    }
ui-copy-named = Copiar { $name }
ui-organization-kept =    { $count ->
        [one] Está en { $count } carta, así que no se puede eliminar. Si ya no existe, márquela como miembro anterior: la carta conserva su firma.
       *[other] Está en { $count } cartas, así que no se puede eliminar. Si ya no existe, márquela como miembro anterior: las cartas conservan su firma.
    }
ui-organization-retire = Marcar como miembro anterior
ui-organization-former = Ya no es miembro: sigue en sus cartas y no se le invita. Cambie su membresía para recuperarla.
# Escribir a la gente, y sus respuestas.
ui-write = Escribir…
ui-addresses-copy = Copiar direcciones
ui-addresses-copied = { $count ->
    [one] Una dirección copiada
   *[other] { $count } direcciones copiadas
  }
ui-desk = Escritorio
ui-desk-progress = { $done } de { $count } hechos
ui-desk-empty = No hay mensajes por escribir
ui-desk-empty-text = Seleccione organizaciones en una carta o en el seguimiento y presione «Escribir…». Aquí se prepara cada mensaje, y lo envía su propio programa de correo.
ui-desk-empty-go = Ir al seguimiento
ui-desk-finish = Marcar el abierto como enviado
ui-desk-clear = Vaciar el escritorio
ui-desk-others = Todos a la vez
ui-desk-group = Un mensaje a todos
ui-desk-group-about = Nadie ve quién más lo recibe; las respuestas no traen código
ui-desk-drafts = Guardar todos los borradores en una carpeta…
ui-desk-rows = Guardar como filas para combinar correspondencia…
ui-desk-saved =    { $count ->
        [one] Se guardó { $count } mensaje en { $path }
       *[other] Se guardaron { $count } mensajes en { $path }
    }
ui-desk-group-done =    { $count ->
        [one] Se abrió { $count } borrador
       *[other] Se abrieron { $count } borradores
    }
ui-desk-left =    { $count ->
        [one] { $count } mensaje todavía no puede salir. { $why }
       *[other] { $count } mensajes todavía no pueden salir. { $why }
    }
ui-desk-last = Ese era el último. Márquelo como enviado cuando lo esté.
ui-draft = Borrador
ui-draft-waiting = por escribir
ui-draft-opened = abierto
ui-draft-sent = enviado
ui-draft-left = quedó fuera
ui-draft-to = Para
ui-draft-subject = Asunto
ui-draft-text = Texto
ui-draft-attached = Adjunto
ui-draft-attach-by-hand = Solo los archivos de borrador llevan adjuntos. Guarde { $name } y adjúntelo en su programa de correo.
ui-draft-attach-save = Guardar el archivo…
ui-desk-without = Un archivo para combinar correspondencia no lleva adjuntos. Adjunte { $name } en el programa con el que combina.
ui-draft-waits-name = Escriba arriba su nombre para ver el mensaje tal como saldrá.
ui-draft-copy-text = Copiar el texto
ui-draft-personal = Línea personal
ui-draft-personal-hint = Va al principio, solo en este mensaje.
ui-draft-open = Abrir el borrador
ui-draft-not-sent = No se envió
ui-draft-leave = Dejar fuera
ui-draft-put-back = Volver a incluir
ui-copy-part = Copiar { $part }
ui-sender-question = ¿Quién escribe? Su nombre va en sus mensajes y se guarda solo en esta computadora.
ui-sender-email = Su correo
ui-sender-organization = Su organización
ui-carrier = Cómo se abren los borradores
ui-carrier-question = ¿Cómo deben llegar los borradores a su programa de correo? Pruebe con un mensaje a usted. Copiar siempre funciona.
ui-carrier-copy = Copiar
ui-carrier-eml = Archivo de borrador
ui-carrier-mailto = Enlace de correo
ui-carrier-gmail = Gmail
ui-carrier-outlook-web = Outlook en la web
ui-carrier-choose = Usar esto
ui-carrier-test = Probar
ui-carrier-could = ¿Pudo enviarlo desde ahí?
ui-carrier-yes = Sí
ui-carrier-no = No
ui-templates = Textos de los mensajes
ui-templates-dots = Textos de los mensajes…
ui-template-kind = Para qué
ui-template-ask = Invitación
ui-template-reminder = Recordatorio
ui-template-in-writing = Por escrito, por favor
ui-template-reconfirm = Confirmar la nueva versión
ui-template-receipt = Acuse de recibo
ui-template-delivered = Copia final
ui-template-thanks = Gracias
ui-template-whose = Para qué cartas
ui-template-every = Todas las cartas
ui-template-this = Esta carta
ui-template-shipped = Este es el texto original.
ui-template-own = Este es su texto para todas las cartas.
ui-template-letter = Este texto es solo para esta carta.
ui-template-fields = Campos
ui-template-reset = Usar el texto original
ui-template-attach = Adjuntar la carta con quienes firman
ui-template-attach-nothing = Nada
ui-template-attach-pdf = PDF
ui-template-attach-docx = Word
ui-followups-write = { $count ->
    [one] Escribir a uno
   *[other] Escribir a { $count }
  }
ui-letter-goal = Meta (número de firmas)
ui-letter-goal-wrong = Escriba un número, o déjelo vacío.
ui-letter-form = Su propio formulario
ui-letter-form-hint = Haga en su formulario un enlace precargado con CODE, ORGANIZATION, NAME, TITLE o EMAIL en sus campos, y péguelo aquí.
ui-calendar-save = Guardar las fechas para un calendario…
ui-outreach-receipt = Acuse de recibo
ui-outreach-delivered = Copia final
ui-outreach-thanks = Gracias
ui-answers-page = Respuestas
ui-answer = Respuesta
ui-answers-waiting =    { $count ->
        [one] { $count } por revisar
       *[other] { $count } por revisar
    }
ui-answers-file = Abrir un archivo…
ui-answers-watch = Vigilar una carpeta…
ui-answers-watched = Se vigila { $folder }
ui-answers-unwatch = Dejar de vigilar
ui-answers-came =    { $count ->
        [one] Llegó { $count } respuesta
       *[other] Llegaron { $count } respuestas
    }
ui-answers-empty = No hay respuestas por revisar
ui-answers-empty-text = Copie un correo en su programa de correo y presione Ctrl+V aquí, o suelte archivos de correo en la ventana. Desde Outlook, arrastre antes el mensaje a una carpeta.
ui-answer-own = Un mensaje suyo
ui-answer-whose = ¿De quién es esta respuesta?
ui-answer-whose-first = Elija primero de quién es la respuesta.
ui-answer-nobody = No encaja con nadie a quien usted invitó. Revise quién escribe, o apártela.
ui-answer-says = Contarla como
ui-answer-yes = Sí
ui-answer-yes-but = Sí, pero
ui-answer-not-yet = Todavía no
ui-answer-no = No
ui-answer-question = Una pregunta
ui-answer-automatic = Respuesta automática
ui-answer-delivery-failure = No se entregó
ui-answer-unclear = No está claro: solo se anota
ui-answer-until = Hasta
ui-answer-accept = Aceptar
ui-answer-learn = Marcar como enviado
ui-answer-aside = Apartar
ui-answer-damaged = { $code } parece un código, pero tiene un carácter equivocado.
ui-answer-dead = Direcciones que ya no funcionan: { $names }
ui-known-code = Trae su código
ui-known-thread = Responde a un mensaje suyo
ui-known-address = Enviada desde una dirección conocida
ui-known-signature = Nombrada en la firma
ui-known-foreign-code = Su código solo está citado, y quien escribe no es de allí
ui-known-domain = Enviada desde su dominio
ui-known-name = Por el nombre de quien escribe
ui-known-likeness = Nombre parecido
# Lo que se enseña una vez, donde se hace por primera vez.
ui-lesson-ledger = Presione una letra en una fila: C confirmada, D no firma, A invitada. ? muestra todas las teclas.
ui-lesson-paper = Haga clic en un nombre para ver su fila. Con el botón derecho se fija al principio o al final.
ui-lesson-preview = Las flechas van de fila en fila. Supr deja fuera una, E corrige un nombre, Ctrl ⏎ las registra todas.
ui-lesson-preview-table = Las flechas van de fila en fila. Supr deja fuera una, Ctrl ⏎ las importa todas.
ui-lesson-desk = ⏎ abre el borrador en su programa de correo. Envíelo allí y vuelva: el siguiente está listo.
ui-lesson-answers = Lea lo que escribieron y presione ⏎ para aceptarlo como se muestra. Nada cuenta hasta entonces.
ui-lesson-done = Entendido
# Lo que falta enviar a quienes firmaron.
ui-due = Acuses de recibo y copias finales
ui-due-receipt =
    { $count ->
        [one] { $count } firmante de «{ $title }» todavía no tiene su acuse de recibo
       *[other] { $count } firmantes de «{ $title }» todavía no tienen su acuse de recibo
    }
ui-due-delivered =
    { $count ->
        [one] { $count } firmante de «{ $title }» todavía no tiene la copia final
       *[other] { $count } firmantes de «{ $title }» todavía no tienen la copia final
    }
ui-answers-review = Revisar
