### Lo que dice el núcleo. Las palabras de la ventana están en ui.es.ftl.

## Errores: qué pasa y qué hacer
error-not-found = No hay { $what ->
    [letter] ninguna carta
    [organization] ninguna organización
    [person] ninguna persona
    [filter] ningún filtro
    [sign-on] ninguna firma
    [edition] ninguna edición
    [evidence] ningún archivo de respaldo
    [version] ninguna versión
    [draft] borrador
    [style] ningún estilo
   *[other] nada
  } con el nombre «{ $reference }». Revise cómo se escribe o pida la lista de lo que hay.
error-ambiguous = «{ $reference }» puede ser: { $candidates }. Escriba más del nombre o el número.
error-nothing-to-undo = No hay nada que deshacer.
error-nothing-to-redo = No hay nada que rehacer.
error-not-a-coalition = { $file } no es un archivo de Undersigned, o está dañado. Quedó como estaba.
error-file-too-new = { $file } se guardó con una versión más nueva de Undersigned. Quedó como estaba; instale esa versión para abrirlo.
error-in-use = { $file } está abierto en otra ventana o programa. Ciérrelo allí e inténtelo de nuevo.
error-folder-missing = No existe la carpeta { $folder }. Créela primero o elija otra.
error-file-moved = Otro programa movió, cambió de nombre o reemplazó { $file } mientras estaba abierto. Ya no se escribe nada en él. Guarde una copia de lo que ve y abra después el archivo con el que quiera trabajar.
error-locked = { $file } está protegido con una frase de contraseña. Escríbala para abrirlo.
error-wrong-passphrase = Esta frase de contraseña no abre { $file }. Escríbala de nuevo; si es la correcta, el archivo está dañado: abra una copia de seguridad.
error-passphrase-empty = Escriba una frase de contraseña.
error-passphrase-long = Una frase de contraseña tiene como máximo 500 caracteres.
error-path-text = El nombre de esta carpeta o archivo no se puede escribir como texto. Elija otro.
error-shared = { $name } sincroniza esta carpeta. Un programa así copia el archivo mientras se escribe y puede poner otra versión en su lugar: así se han perdido listas.
error-on-network = Esta carpeta está en otra computadora. No se puede confiar en los bloqueos por la red: así se han perdido listas.
error-not-locked = Este archivo no tiene frase de contraseña. Ponga una antes.
error-no-keychain = Esta computadora no tiene llavero, o está cerrado. Escriba la frase en su lugar.
notice-no-backup = No se hizo una copia de seguridad: { $reason }
notice-moved-left = El archivo se copió aquí, pero sigue donde estaba: { $reason }
error-restore-itself = Este es el archivo que se va a reemplazar. Elija una de sus copias de seguridad.
error-file-missing = { $file } no está ahí. Quizá se movió o cambió de nombre; búsquelo y ábralo.
error-file-exists = { $file } ya existe y no se escribió nada encima. Elija otro nombre.
error-over-coalition = { $file } es una coalición, o lleva nombre de coalición, y ahí no se puede guardar otra cosa. Elija otro nombre.
error-not-writable = No se puede escribir en { $file }. Revise sus permisos y los de su carpeta, o elija otro lugar.
error-read-only = { $file } es de solo lectura: no se puede escribir en él o en su carpeta. Guarde una copia para trabajar con ella.
error-disk-full = El disco está lleno y no se cambió nada. Libere espacio e inténtelo de nuevo.
error-damaged = El archivo está dañado y no se cambió nada. Abra una copia de seguridad, o guarde lo que se puede leer como archivo nuevo.
error-damaged-file = «{ $file }» está dañado y no se tocó. Abra una copia de seguridad, o guarde lo que se puede leer como archivo nuevo.
error-cancelled = Cancelado. No se cambió nada.
error-no-randomness = El sistema no dio números aleatorios y no se cambió nada. Inténtelo de nuevo.
error-database = No se pudo leer o escribir el archivo ({ $detail }) y no se cambió nada. Inténtelo de nuevo; si se repite, guarde una copia en otro lugar.
error-system = El sistema no lo permitió ({ $detail }) y no se cambió nada. Inténtelo de nuevo.
error-undo-conflict = Este paso no se puede deshacer porque cambió algo de lo que depende. No se cambió nada.
error-import-used = Algo de esta importación se cambió o se usó después, así que no se puede deshacer por separado. Deshaga primero los pasos posteriores, o elimine filas a mano.
error-import-beyond = Esta importación es demasiado antigua para deshacerla. Elimine a mano lo que agregó.
error-word-unknown = «{ $text }» no es una de las palabras posibles. Use una de estas: { $words }.
error-zone-unknown = «{ $zone }» no es una zona horaria. Escríbala así: America/Chicago.
error-deadline-unreadable = «{ $text }» no es una fecha con hora. Escríbala así: 2020-12-18T17:00.
error-file-name = Elija un nombre para el archivo, sin / \ : * ? " < > |.
error-sample-renamed = El ejemplo no puede cambiar de nombre. Guarde antes una copia.
error-time-unclear = No podemos leer «{ $text }» como fecha. Pruebe con «4 dic 17:00», «4/12» o «mañana al mediodía».
error-time-none = No existe esa fecha u hora: «{ $text }».
error-time-weekday = «{ $text }»: esa fecha es { $day ->
    [mon] lunes
    [tue] martes
    [wed] miércoles
    [thu] jueves
    [fri] viernes
    [sat] sábado
   *[sun] domingo
  }.
error-deadline-order = La fecha para responder es posterior al plazo final. Intercámbielas o cambie una.
error-date-unreadable = «{ $text }» no es una fecha. Escríbala así: 2020-12-15.
error-lead-unknown = Una de las organizaciones convocantes ya no está en la coalición. Elíjalas de nuevo.
error-name-empty = Falta el nombre. Escríbalo tal como debe salir impreso.
error-name-long = El nombre tiene más de { $most } caracteres. Acórtelo.
error-organization-twin = Ya hay una organización llamada «{ $name }». Use esa, o agregue algo que las distinga.
error-organization-circle = Una organización no puede ser parte de sí misma. Elija otra organización matriz.
error-organization-used = «{ $name }» está en una carta, convoca una o tiene capítulos, así que no se puede eliminar. Márquela como miembro anterior.
error-organizations-used = Ninguna de estas { $count } organizaciones se puede eliminar: cada una está en una carta, convoca una o tiene capítulos. Márquelas como miembros anteriores.
error-one-name-each = Cada organización y cada persona tiene su propio nombre. Cámbielos de uno en uno.
error-days = Escriba un número de días de 0 a { $most }, o déjelo vacío.
error-yes-or-no = Escriba sí o no.
error-email-name = Escriba solo la dirección, sin nombre alrededor: «{ $email }».
error-email-several = «{ $email }» es más de una dirección. Ponga cada una en su línea.
error-email-space = «{ $email }» no es una dirección de correo: tiene un espacio.
error-email-at = «{ $email }» no es una dirección de correo: le falta la @.
error-email-before = «{ $email }» no es una dirección de correo: no hay nada antes de la @.
error-email-after = «{ $email }» no es una dirección de correo: no hay nada después de la @.
error-email-two = «{ $email }» no es una dirección de correo: tiene dos @.
error-email-dots = «{ $email }» no es una dirección de correo: tiene un punto de más después de la @.
error-email-ending = «{ $email }» no es una dirección de correo: le falta la terminación, como .org.
error-language-unknown = «{ $language }» no es un idioma conocido. Elija uno de la lista o escriba su código, como es.
error-partial-date = «{ $date }» no se puede leer como fecha. Escriba un año, un mes o un día: 2019, 2019-05 o 2019-05-12.
error-until-before-since = Alguien se fue antes de llegar. Cambie una de las dos fechas.
error-nothing-chosen = No hay nada elegido. Elija al menos una.
error-confirmed-needs-writing = «{ $name }» aún no se puede confirmar: hace falta un sí por escrito o el motivo por el que vale sin él.
error-withdrawn-without-yes = «{ $name }» no ha dicho que sí, así que no hay nada que retirar. Use «No firma».
error-text-empty = No hay texto. Copie la lista de nuevo y péguela.
error-list-no-name = No se encontró ningún nombre en este texto. Conviene copiar solo la parte con los nombres, uno por línea, o comprobar que el texto sea el correcto.
cli-all-declined = Todas las organizaciones y personas de este texto figuran como no firmantes.
error-text-large = Es más de { $most } MB de texto, demasiado para una lista. Copie solo la parte con los nombres.
error-text-long = Son más de { $most } líneas, demasiadas para una lista. Conviene copiar solo la parte con los nombres.
error-text-binary = No es texto, sino una imagen, un documento o un programa. Ábralo, copie los nombres y péguelos.
error-document-damaged = El documento está dañado y quedó como estaba. Conviene abrirlo en el programa con que se escribió, guardarlo de nuevo y elegir ese archivo.
error-document-large = El documento es demasiado grande o tardaría demasiado en leerse. Conviene copiar la parte con los nombres y pegarla.
error-document-locked = El documento está protegido con contraseña. Conviene abrirlo, guardar una copia sin contraseña y elegir esa copia.
error-document-pictures = Este documento solo contiene imágenes de texto. Conviene reconocer el texto con un programa adecuado o escribir los nombres.
error-docx-not-a-document = Esto no es un documento de Word. Elija un archivo que termine en .docx.
error-docx-closed = El documento está cerrado con contraseña o es de una versión antigua de Word. Ábralo en Word, guárdelo como .docx sin contraseña y elija ese archivo.
error-docx-damaged = El documento está dañado y se dejó como estaba. Ábralo en un procesador de textos, guárdelo de nuevo como .docx y elija ese archivo.
error-docx-too-large = El documento, desempaquetado, ocuparía mucho más de lo que necesita una carta, por eso no se abrió. Elija otro.
error-docx-no-placeholder = El documento no tiene ningún marcador. Escriba {"{{signatories}}"} donde deba ir la lista, guárdelo y elíjalo de nuevo.
error-docx-arrangement-unknown = El documento pide «{ $words }» después de los dos puntos de un marcador, y esa presentación no existe. Corríjalo allí, por ejemplo a {"{{signatories:prose}}"}.
error-docx-macros = Este documento contiene macros, pequeños programas que se ejecutan al abrirlo. Ábralo en Word, guárdelo como documento sin macros (.docx) y elija ese archivo.
error-docx-misspelled = En el documento está «{ $written }», que no es un marcador. Escriba allí { $meant }, guárdelo y elíjalo de nuevo.
error-docx-arrangement-meant = El documento pide «{ $words }» tras los dos puntos de un marcador, y esa presentación no existe. Escriba allí «{ $meant }» si es lo que quería decir.
error-docx-onto-itself = El documento completado se escribiría encima del que tiene los marcadores. Elija otro nombre.
block-docx-left = «{ $written }» se dejó como está: ningún marcador se llama así.
block-docx-left-meant = «{ $written }» se dejó como está. ¿Quería decir { $meant }?
block-docx-fixed-text-box = Los nombres están en un cuadro de texto que no crece con su contenido. Verifique que se ven todos.
block-docx-fixed-row = Los nombres están en una fila de tabla de altura fija. Verifique que se ven todos.
block-docx-fixed-frame = Los nombres están en un marco de altura fija. Verifique que se ven todos.
block-docx-long-text-box = Hay muchos nombres en un cuadro de texto, que no continúa en otra página. Verifique que se ven todos.
block-docx-header-or-footer = Hay muchos nombres en un encabezado o pie de página, que no continúa en otra página. Verifique que se ven todos.
block-docx-unbound = Un campo del documento se llenaba con sus propios datos, que habrían reemplazado los nombres. Ya no está vinculado a ellos.
block-docx-signed = El documento tenía una firma digital, que deja de ser válida al completarlo.
block-docx-tracked = El documento registra los cambios. Los nombres se pusieron sin marcarlos como un cambio.
block-docx-protected = El documento está protegido contra cambios. Aun así se completó, y sigue protegido.
block-docx-from-template = La plantilla se completó y ahora es un documento.
block-logos-as-names = Este formato no tiene imágenes: en lugar de los logotipos están los nombres. HTML, Word y PDF muestran los logotipos.
block-pdf-boxes = Un PDF no puede mostrar algunas letras de estos textos, que quedan como casillas vacías: { $texts }. Guarde la lista como documento de Word e imprímala desde allí.
error-block-with-text-format = La carta y la lista se pueden guardar juntas como documento de Word o como PDF. Elija uno de los dos.
error-logo-none = { $name } no tiene logotipo.
error-logo-permitted-by = Diga quién dio permiso para imprimir el logotipo.
error-picture-none = Esta imagen no se puede usar. Elija un PNG o un JPEG, o guarde antes una copia como PNG.
error-picture-large = La imagen pasa de { $most } MB. Guarde una copia más pequeña y elíjala.
error-picture-pixels = La imagen tiene más de { $most } millones de píxeles. Guarde una copia más pequeña y elíjala.
error-picture-damaged = La imagen está dañada y no se pudo leer. Elija otra copia.
error-picture-blank = Esta imagen no se ve en papel blanco. Elija el logotipo en colores oscuros.
error-pdf-letters = Un PDF no puede mostrar las letras de «{ $text }». Guarde la lista como documento de Word e imprímala desde allí.
error-docx-not-written = No se pudo componer el documento. Inténtelo de nuevo o elija otro formato.
error-xlsx-too-many-rows = Una hoja admite como máximo { $most } firmantes. Elija otro formato.
error-xlsx-text-too-long = Un nombre u otro texto supera los { $most } caracteres que caben en una celda. Acórtelo o elija otro formato.
error-xlsx-not-written = No se pudo componer el libro. Inténtelo de nuevo o elija otro formato.
error-pair-missing = La línea { $line } no tiene un tabulador entre dos nombres. Escriba dos nombres por línea, separados por un tabulador.
error-no-coalition = No hay ninguna coalición abierta. Abra una o empiece una nueva.
error-edition-empty = Todavía no figura nadie, así que no hay nada que congelar. Confirme primero una firma.
error-take-in = En lo que seleccionó no hay ningún nombre. Seleccione las palabras del nombre.
error-split = El nombre no se puede separar ahí. Elija un lugar entre dos palabras.
error-block-no-group = Nadie figura en «{ $group }». Los grupos son: { $groups }.
error-block-choice = La lista no tiene esta opción. Elija otra.
error-format-is-a-file = Este formato no se puede mostrar como texto. Guarde la lista en un archivo.
error-print = El sistema no pudo abrir su diálogo de impresión. Guarde la lista en un documento e imprímalo.
error-window = No se pudo abrir otra ventana. Cierre una o abra la coalición en esta.
error-clipboard = No se pudo escribir en el portapapeles. Inténtelo de nuevo o guarde la lista en un archivo.

## Lo que se hizo, para el menú de deshacer y el historial

op-add-organization = Se agregó { $name }
op-set-organization = Se cambió { $name }
op-remove-organization = Se eliminó { $name }
op-remove-organizations = { $count ->
    [one] Se eliminó una organización
   *[other] Se eliminaron { $count } organizaciones
}
op-set-organizations = { $count ->
    [one] Se cambió una organización
   *[other] Se cambiaron { $count } organizaciones
}
op-keep-apart = Se mantuvieron separadas { $name } y { $other }
op-add-person = Se agregó a { $name }
op-set-person = Se cambió a { $name }
op-set-people = { $count ->
    [one] Se cambió a una persona
   *[other] Se cambió a { $count } personas
}
op-remove-person = Se quitó a { $name }
op-remove-people = { $count ->
    [one] Se quitó a una persona
   *[other] Se quitó a { $count } personas
}
op-merge-people = Se unió a { $drop } con { $keep }
op-forget-person = Se olvidó a una persona
op-forget-contacts = Se olvidaron los contactos de una organización
op-salvage = Se rescató lo legible de un archivo dañado
op-save-filter = Se guardó el filtro «{ $name }»
op-remove-filter = Se quitó el filtro «{ $name }»
op-merge-organizations = Se unió { $drop } con { $keep }
op-add-letter = Se empezó «{ $title }»
op-set-letter = Se cambió «{ $title }»
op-set-stage = Se marcó «{ $title }» como { $stage ->
    [draft] borrador
    [circulating] en circulación
    [closed] cerrada
    [delivered] entregada
   *[archived] archivada
  }
op-remove-letter = Se eliminó «{ $title }»
op-add-sign-ons = { $count ->
    [one] Se agregó una organización
   *[other] Se agregaron { $count } organizaciones
  } a «{ $title }»
op-add-individual = Se agregó a { $name } en «{ $title }»
op-set-sign-on-status = { $status ->
    [to-ask] Se marcó por invitar
    [asked] Se marcó como invitada
    [considering] Se marcó «Lo está pensando»
    [said-yes] Se anotó el sí de
    [confirmed] Se confirmó
    [declined] Se marcó «No firma»
   *[withdrawn] Se marcó «Retiró su firma»
  }{ $status ->
    [said-yes] {" "}
    [confirmed] {" "}
   *[other] {": "}
  }{ $count ->
    [one] { $name }
   *[other] { $count } firmas
  }
op-set-sign-on = Se cambió la firma de { $name }
op-remove-sign-ons = { $count ->
    [one] Se quitó { $name }
   *[other] Se quitaron { $count } firmas
  }
op-set-block = Se cambió la presentación de «{ $title }»
op-import-sign-ons = { $count ->
    [one] Se registró una firma
   *[other] Se registraron { $count } firmas
  } en «{ $title }»
op-import-organizations = { $count ->
    [one] Se importó una organización
   *[other] Se importaron { $count } organizaciones
  }
op-import-table = { $count ->
    [one] Se importó una fila
   *[other] Se importaron { $count } filas
  } de { $name }
op-import-rows = { $count ->
    [one] Se importó una fila pegada
   *[other] Se importaron { $count } filas pegadas
  }
op-undo-import = { $name ->
    [none] Se retiró una importación de texto pegado
   *[other] Se retiró la importación de { $name }
  }
op-add-version = Se agregó la versión { $number } de «{ $title }»
op-arrange-sign-ons = { $count ->
    [one] Se movió { $name }
   *[other] Se movieron { $count } nombres
  } en la lista
op-rename-heading = Se cambió el encabezado «{ $from }» por «{ $to }»
op-remove-heading = Se quitó el encabezado «{ $from }»
op-save-style = Se guardó el estilo «{ $name }»
op-set-logo = Se puso el logotipo de { $name }
op-remove-logo = Se quitó el logotipo de { $name }
op-remove-style = Se eliminó el estilo «{ $name }»
op-freeze-edition = Se congeló la edición { $number } de «{ $title }»
op-unknown = Una acción de otra versión de Undersigned ({ $word })

## Lo que pasa con una fila de una importación

import-new = Se agregará
import-chosen = Como se eligió
import-question = ¿Es una de estas: { $names }? ¿O una nueva?
import-asked = Puede ser una que ya está: decida
import-asked-guess = Ningún encabezado dice que esto sea el nombre de una organización: decida
import-asked-guess-person = Ningún encabezado dice que esto sea el nombre de una persona: decida
import-asked-hidden = La fila está oculta en el archivo: decida
import-asked-person = Varias personas se llaman { $name }: decida quién es
import-asked-nobody = No nombra ninguna organización: decida si la persona firma por sí misma
import-asked-row-elsewhere = «{ $name }» de la fila { $row } está en otro lugar: decida si es la misma
import-comment-contradicts = El comentario dice otra cosa: «{ $text }». Decida si firman
import-asked-swapped = La fila parece nombrar a la persona donde va la organización; se leería { $organization }, con { $person }: decida
import-asked-desk = «{ $name }» parece un puesto y no una persona: decida
import-asked-surname = «{ $name }» parece empezar por el apellido; se leería { $person }: decida
import-asked-row = Puede ser «{ $name }» de la fila { $row }: decida
import-asked-elsewhere = Una con este nombre está en otro lugar: decida si es la misma
import-same-row = Igual que la fila { $row }
import-dropped = Usted la dejó fuera
import-not-signing = Figura bajo un encabezado de quienes no firmaron
import-individual = Firma como persona
import-person = Una persona, no una organización
import-there = Ya está en su lista
import-taken = Tomada de un archivo anterior, y sin cambios
import-answer-before = Tomada de un archivo anterior, y cambiada desde entonces
import-new-person = Una persona nueva allí
import-person-by-email = Se conoce por { $email }
import-person-by-name = Ya hay alguien con este nombre
import-no-organization = No nombra ninguna organización
import-no-person = No nombra a nadie
import-no-individuals = Una persona, y esta carta solo la firman organizaciones
import-nobody = No nombra ni organización ni persona
import-unclear = «{ $text }» no es ni un sí ni un no. Escriba uno de los dos e importe la fila de nuevo.
import-mail-several = Nombra varias organizaciones: { $names }. Decida en nombre de cuál habla
import-note-hidden-columns = { $count ->
    [one] Una columna está oculta en el archivo, y no se usa
   *[other] { $count } columnas están ocultas en el archivo, y no se usan
}
import-mail-unknown = Nadie aquí escribe desde esta dirección. Indique qué organización es.
import-remembered = Como el { $day }, de { $name }
import-flag-answer-changed = Cambió desde que se tomó
import-flag-printed-before = La última vez se imprimió «{ $name }»
import-flag-prints-as = Aquí se imprime «{ $name }»; esta fila dice «{ $given }»
import-flag-firmer = Queda «{ $status ->
    [asked] invitada
    [considering] lo está pensando
    [said-yes] dijo que sí
    [confirmed] confirmada
    [declined] no firma
    [withdrawn] retiró su firma
   *[to-ask] por invitar
  }», que dice más
import-flag-person-name = Se conoce como { $name }; esta fila dice { $given }
import-flag-shared-email = { $email } también es de { $name }
import-flag-parent = No se encontró una organización matriz llamada «{ $text }»
import-flag-mail-by-name = El remitente se conoce solo por el nombre, no por esta dirección
import-flag-other-person = Varias personas se llaman { $name }; quién es quedó sin decidir
import-loss-phone = «{ $text }» no es un teléfono, y pasa a la nota
import-loss-error = El archivo muestra un error, «{ $text }», donde debería haber un valor; se leyó como vacío
import-loss-name = «{ $text }» no es el nombre de nadie y pasa a la nota
import-loss-website = «{ $text }» no es la dirección de un sitio web y pasa a la nota
import-loss-states = «{ $text }» no es un solo estado, y pasa a la nota
import-loss-email = «{ $text }» no es un correo, y pasa a la nota
import-loss-scope = «{ $text }» no es un alcance conocido; se deja fuera
import-loss-kind = «{ $text }» no es un tipo conocido; queda como etiqueta
import-note-loss-email = { $column }: en { $count } filas no hay un correo, como «{ $text }»; pasa a sus notas
import-note-loss-phone = { $column }: en { $count } filas no hay un teléfono, como «{ $text }»; pasa a sus notas
import-note-loss-website = { $column }: en { $count } filas no hay la dirección de un sitio web, como «{ $text }»; pasa a sus notas
import-note-loss-states = { $column }: en { $count } filas no hay un solo estado, como «{ $text }»; pasa a sus notas
import-note-loss-name = { $column }: en { $count } filas no hay el nombre de nadie, como «{ $text }»; pasa a sus notas
import-note-loss-scope = { $column }: en { $count } filas no hay un alcance conocido, como «{ $text }»; se deja fuera
import-note-loss-kind = { $column }: { $count ->
    [one] en una fila hay un tipo que no conocemos, «{ $text }»; queda como etiqueta
   *[other] en { $count } filas hay un tipo que no conocemos, como «{ $text }»; quedan como etiquetas
}
import-note-loss-error = { $column }: en { $count } filas hay un error de la hoja, como «{ $text }»; se leyó como vacío
import-note-parent = { $column }: en { $count } filas no se encontró la organización matriz, como «{ $text }»; quedan sin ella
import-note-signed-twice = { $count ->
    [one] Una organización ya firmó, por medio de otra persona.
   *[other] { $count } organizaciones ya firmaron, por medio de otra persona.
  }
import-note-changed = { $count ->
    [one] Una respuesta cambió desde que se tomó.
   *[other] { $count } respuestas cambiaron desde que se tomaron.
  }
import-note-printed-before = { $count ->
    [one] Un nombre se imprimió de otra forma la última vez.
   *[other] { $count } nombres se imprimieron de otra forma la última vez.
  }
import-note-shared-email = { $count ->
    [one] Un correo se comparte con otra persona.
   *[other] { $count } correos se comparten con otra persona.
  }
import-field-membership = Membresía
import-field-tag = Etiqueta
import-field-alias = Otro nombre
import-field-prints-as = Se imprime como
import-field-scope = Alcance
import-field-kind = Tipo
import-field-parent = Parte de
import-field-city = Ciudad
import-field-state = Estado o provincia
import-field-country = País
import-field-website = Sitio web
import-field-district = Distrito
import-field-owner = Quién habla con ella
import-field-note = Nota
import-field-email = Correo
import-field-phone = Teléfono
import-field-affiliation = Organización
import-field-role = Función
import-field-others = También
import-field-status = Situación
import-field-signer = Firmante
import-field-title = Cargo
import-word = { $word ->
    [to-ask] por invitar
    [asked] invitada
    [considering] lo está pensando
    [said-yes] dijo que sí
    [confirmed] confirmada
    [declined] no firma
    [withdrawn] retiró su firma
    [international] internacional
    [national] nacional
    [state] estatal
    [local] local
    [tribal] tribal
    [nonprofit] sin fines de lucro
    [faith] religiosa
    [labor] sindical
    [academic] académica
    [business] empresarial
    [government] gubernamental
    [informal] informal
   *[other] { $word }
  }
import-kind-empty = vacía
import-kind-emails = correos
import-kind-phones = teléfonos
import-kind-websites = direcciones web
import-kind-dates = fechas
import-kind-numbers = números
import-kind-states = estados
import-kind-countries = países
import-kind-answers = respuestas, sí o no
import-kind-words = palabras
import-origin-answers = { $count ->
    [one] { $name }, { $count } respuesta
   *[other] { $name }, { $count } respuestas
}
import-origin-rows = { $count ->
    [one] { $name }, { $count } fila
   *[other] { $name }, { $count } filas
}
import-pasted = Texto pegado
import-problem = Fila { $row }: { $problem }
import-problem-rows = Filas { $rows }{ $more ->
    [0] {""}
   *[other] {" "}y { $more } más
  }: { $problem }
import-reason = Motivo
error-import-stale = Algo cambió aquí desde que se hizo la vista previa. No se importó nada; revise la nueva vista previa.
error-import-closed = Este archivo ya no está abierto. Ábralo de nuevo.
error-import-row = Esta fila cambió entretanto. Mire la lista de nuevo.
error-option-input = { $option } no se aplica a esta entrada, que se leyó como { $format }. Quítela, o indique con --format qué es.
error-option-sign-ons = { $option } solo se aplica a firmas. Quítela, o importe con --as sign-ons y --letter.
error-import-letter = Indique a qué carta pertenecen las firmas.
error-import-map = Escríbalo como «Columna=campo», por ejemplo «Grupo=organization».
error-no-column = No hay ninguna columna «{ $heading }». Hay: { $headings }.

## Por qué dos nombres se toman, o no, por el mismo

reason-same-name = El mismo nombre
reason-same-alias = También conocida como «{ $alias }»
reason-different-legal-form = El mismo nombre, con otra forma jurídica
reason-different-acronym = El mismo nombre, pero { $a } y { $b } son siglas distintas
reason-acronym = { $acronym } son sus siglas
reason-acronym-and-place = { $acronym } son sus siglas y coincide { $place }
reason-word-order = Las mismas palabras en otro orden
reason-small-words = Solo difieren palabras menores
reason-spelling = «{ $a }» y «{ $b }» se escriben casi igual
reason-abbreviation = «{ $a }» abrevia «{ $b }», o al revés
reason-translation = «{ $a }» es «{ $b }» en otro idioma
reason-one-word-more = Solo «{ $word }» está en uno y no en el otro
reason-one-word-differs = Solo difieren «{ $a }» y «{ $b }»
reason-part = «{ $part }» es una parte de ella
reason-with-place = El mismo nombre, uno con su lugar: { $place }
reason-different-place = Lugares distintos: { $a } y { $b }
reason-different-chapter = Dos capítulos: { $a } y { $b }
reason-parent-and-chapter = «{ $chapter }» es un capítulo de ella
reason-number-more = Solo uno lleva el número { $number }
reason-different-number = Números distintos: { $a } y { $b }
reason-more-words = «{ $more }» la hace otra organización
reason-unrelated = Muy poco en común

## En qué dudó el lector de una lista

doubt-comma-inside = Se leyó como un solo nombre. Podrían ser dos: «{ $head }» y «{ $tail }». En ese caso, conviene dividirlo.
doubt-perhaps-two = Se leyó como un solo nombre. Podrían ser dos: «{ $first }» y «{ $second }». En ese caso, conviene dividirlo.
doubt-perhaps-part = Podría ser el final del nombre anterior, «{ $before }». En ese caso, conviene unirlos.
doubt-perhaps-person = Parece una persona y no una organización. Conviene revisarlo antes de agregarlo.
doubt-perhaps-heading = Parece un encabezado. Si no es un nombre, conviene dejarlo fuera.
doubt-perhaps-not-a-name = No parece un nombre. Hay que corregirlo o dejarlo fuera.
doubt-perhaps-not-listed = Puede que no forme parte de la lista. Si no firmó, conviene dejarlo fuera.
doubt-unsure-fields = No es seguro qué parte es la organización, la persona o el cargo. Conviene revisarlo antes de agregarlo.
doubt-not-signing = Figura bajo «{ $heading }», así que queda fuera. Solo debe incluirse si en verdad firmó.

## Palabras que la lista agrega por sí misma

block-scope-international = Internacionales
block-scope-national = Nacionales
block-scope-tribal = Tribales
block-scope-state = Estatales
block-scope-local = Locales
block-other = Otras
block-leads = Organizaciones convocantes
block-signatories = Firmantes
block-individuals = Personas
block-late = Agregadas después de la entrega
block-count-organizations = { $count ->
    [one] 1 organización
   *[other] { $count } organizaciones
  }
block-count-individuals = { $count ->
    [one] 1 persona
   *[other] { $count } personas
  }
block-others = { $count ->
    [one] 1 más
   *[other] { $count } más
  }
block-and-others = { $count ->
    [one] y 1 más
   *[other] y { $count } más
  }
block-for-identification = solo con fines de identificación
block-identification-note = La organización se menciona solo con fines de identificación.
block-date = Fecha:
block-column-organization = Organización
block-column-signatory = Firmante
block-column-signer = Firma
block-column-title = Cargo
block-column-place = Lugar
block-column-affiliation = Afiliación
block-column-group = Grupo

## La revisión antes de enviar una carta

check-empty = No figura nadie. Confirme primero una firma.
check-unwritten = «{ $name }» figura en la lista, pero su sí no está por escrito. Pida un correo o déjela fuera.
check-nobody-responsible = «{ $name }» no tiene contacto ni respaldo. Anote quién dijo que sí y cómo.
check-count-differs = El texto dice { $said }, pero la lista tiene { $count }. Cambie el texto o la lista.
check-title-missing = «{ $name }» muestra a quien firma sin cargo. Agregue el cargo.
check-parent-and-chapter = «{ $name }» y su organización matriz, «{ $parent }», figuran las dos. ¿Firmaron ambas?
check-name-differs = «{ $name }» salió como «{ $before }» la última vez. Confirme cuál es correcto.
check-said-yes-left-out = «{ $name }» dijo que sí, pero no por escrito, y queda fuera. Pida un correo.
check-older-version = «{ $name }» firmó una versión anterior y no ha confirmado esta, así que no figura. Vuelva a pedirle su sí.
check-withdrawn = «{ $name }» retiró su firma. Verifique que el texto no la nombre.

## La línea de comandos

error-generate-not-empty = Esta coalición ya contiene datos, y no se escribió nada. Genere en una vacía o en una nueva.
cli-done-undo = Deshecho: { $label }
cli-done-redo = Rehecho: { $label }
cli-read-only = No se puede escribir en { $file }; está abierto solo para lectura.
cli-verified = El archivo está en orden.
cli-import-other-sheets = Otras hojas, no importadas: { $sheets }. Tómelas con --sheet.
cli-import-summary = { $read } leídas: { $created } creadas, { $updated } cambiadas, { $unchanged } sin cambios, { $rejected } rechazadas, { $asked } por decidir.
cli-backed-up = Copia de seguridad hecha en { $file }
salvaged-all = Todo se pudo leer: hay { $rows } filas en { $file }.
salvaged-part = Hay { $rows } filas en { $file }. No todo se pudo leer; falta: { $losses }.{ $undo ->
    [cleared] {" "}Lo hecho antes no se puede deshacer allí.
   *[kept] {""}
 }
cli-restored = La copia de seguridad está ahora en { $file }
cli-restored-kept = Restaurada. Lo que había se conserva como { $file }
cli-no-backup = No se hizo una copia de seguridad antes de esto: { $reason }
cli-locked = El archivo quedó protegido con la frase. { $copies ->
    [0] No había copias de él.
    [one] También se protegió una copia.
   *[other] También se protegieron { $copies } copias.
  }
cli-unlocked = El archivo ya no está protegido, y tampoco sus copias ({ $copies }).
cli-copy-left = No se pudo cambiar { $file }. Bórrelo si no lo necesita.
cli-locked-already = El archivo ya está protegido. Cambie su frase con «passphrase change».
cli-not-locked = El archivo no está protegido. Protéjalo con «passphrase set».
cli-no-new-passphrase = Diga dónde está la frase nueva: --new-passphrase-file ARCHIVO
cli-passphrase-text = El archivo de la frase de contraseña no es texto.
cli-synced = Este archivo está en una carpeta que { $name } copia a otras computadoras. Trabaje con él en otro lugar, o se puede dañar.
cli-network = Este archivo está en una unidad de red, cuyos bloqueos no son confiables. Trabaje con él en esta computadora, o se puede dañar.
cli-forgot = Personas olvidadas: { $people }. Su nombre se tachó en { $texts } textos y { $editions } ediciones; desaparecieron { $sign-ons } firmas propias, { $files } archivos y { $steps } pasos que se podían deshacer.
cli-would-forget = Se olvidaría a estas personas: { $people }. Las nombran { $texts } textos y { $editions } ediciones; desaparecerían { $sign-ons } firmas propias, { $files } archivos y { $steps } pasos que se pueden deshacer. Esto no se puede deshacer.
cli-namesake = Otra persona tiene el mismo nombre. Solo se quita lo que con certeza es de esta persona: busque el resto.
cli-copy-holds = Todavía la contiene, o no se puede leer: { $file }
cli-exported = Archivos escritos: { $count }.
cli-no-file = Indique la coalición: --file NOMBRE.undersigned

# Archivos que no se leen, y filas que se leen con alguna pérdida.
error-file-empty = El archivo está vacío. Elija otro.
error-file-large = El archivo ocupa más de { $most } MB, demasiado para una lista. Guarde solo la hoja o la parte con los nombres y elija esa.
error-file-unpacks = El archivo ocuparía más de { $most } MB al descomprimirse, y ninguna lista es tan grande. No se abrió; guárdelo de nuevo como CSV y elija ese.
error-file-long = Hay más de { $most } filas o celdas, demasiadas para una lista. Guarde solo la parte con los nombres y elija esa.
error-file-wide = La fila { $row } tiene más de { $most } columnas, demasiadas para una lista. Borre lo que está muy a la derecha, o guarde solo las columnas con los nombres.
error-file-endless = La fila { $row } tiene un texto de más de { $most } KB, más largo que cualquier nombre o nota. Quítelo, o verifique que el archivo es el correcto.
error-file-binary = Eso no es texto, sino una imagen, un documento o un programa. Elija una lista, una hoja de cálculo, tarjetas de contacto o un mensaje.
error-file-charset = «{ $charset }» no es una codificación conocida. Use una como UTF-8, windows-1252 o ISO-8859-2.
error-file-damaged = El archivo está dañado o incompleto. Ábralo en el programa que lo hizo, guárdelo otra vez y elija ese.
error-file-locked = El archivo está protegido con contraseña. Ábralo en el programa que lo hizo, guárdelo sin contraseña y elija ese.
error-file-declares = El archivo trae definiciones propias, que ninguna hoja de cálculo necesita y que se usan en ataques. No se abrió; guárdelo de nuevo como CSV y elija ese.
error-file-deep = El archivo está anidado más de lo que hace cualquier programa. No se abrió; guárdelo de nuevo como CSV y elija ese.
error-file-other-headings = La hoja «{ $sheet }» tiene otros encabezados que la primera; impórtela aparte.
error-file-no-sheet = No hay ninguna hoja llamada «{ $sheet }». Elija una de estas: { $sheets }.
error-file-kind = Undersigned no puede leer este tipo de archivo. Guárdelo como CSV, XLSX, ODS o vCard, o copie la lista y péguela.
error-row-more-cells = Tiene más celdas que encabezados; revise si una coma o un tabulador cortó un nombre.
error-row-quote-open = Aquí se abren unas comillas que nunca se cierran; revise si falta un nombre o una fila.
error-row-unreadable = Algunos caracteres no se pueden leer; elija otra codificación, o escríbalos de nuevo.
error-row-card-open = La tarjeta está incompleta; se leyó lo que hay de ella.
error-row-card-empty = La tarjeta no nombra a nadie, y se dejó fuera.
error-row-outside-card = Antes de esta tarjeta hay texto que no pertenece a ninguna; se dejó fuera.
error-row-too-long = Algo en ella es más largo que cualquier nombre o nota, y se dejó fuera.
error-row-message-empty = El mensaje no tiene remitente ni texto, y se dejó fuera.
error-row-message-parts = El mensaje tiene más partes de las que alguien envía, y se dejó fuera.
error-row-no-colon = A una línea de la tarjeta le faltan los dos puntos; el final de la línea se tomó por el número o la dirección.
error-row-heading-again = Los encabezados otra vez; no es una fila de datos.
error-row-total = Una suma de las filas de arriba; no es una fila de datos.
error-row-section = Nombra la sección en la que están las filas que siguen.
error-row-remark = Una observación sobre la tabla; no es una fila de datos.
error-row-several = Nombra varias organizaciones en una sola celda; cada una se lee como fila propia.

# Fusionar dos organizaciones.
error-merge-itself = «{ $name }» no se puede unir consigo misma. Hay que elegir dos organizaciones.

# Por qué dos organizaciones son probablemente la misma, además de sus nombres.
reason-same-site = El mismo sitio: { $site }
reason-site-and-email = { $domain } es el sitio de una y está en un correo de la otra
reason-same-email-domain = Correos de ambas en { $domain }

# El registro: respaldos, gestiones, plazos, personas.
error-confirmed-needs-new-writing = «{ $name }» necesita un nuevo sí por escrito, o la razón por la que cuenta sin él: su sí anterior se retiró, o era para otra versión.
error-stored-file-empty = El archivo está vacío. Elija otro.
error-stored-file-large = El archivo pasa de { $most } MB, más de lo que se guarda como respaldo. Guarde la parte que dice que sí, como una sola página o el mensaje sin sus adjuntos.
error-evidence-empty = No hay texto. Escriba o pegue en qué se basa la firma.
error-evidence-long = El texto pasa de { $most } KB. Guárdelo como archivo y agregue el archivo.
error-text-too-long = El texto pasa de { $most } KB. Acórtelo.
error-evidence-needed = «{ $name }» está confirmada y se quedaría sin nada por escrito. Agregue antes otra cosa, o cambie su situación.
error-affiliation-of-organization = «{ $name }» firma como organización. Solo una persona que firma por sí misma tiene una organización como identificación.
error-no-individuals = «{ $title }» admite solo organizaciones. Permita personas en sus ajustes, o agregue su organización.
error-individual-twin = «{ $name }» ya está en la carta. Cambie esa firma, o escriba el nombre de modo que se distingan.
error-no-letter-on-topic = No hay ninguna carta anterior sobre «{ $topic }». Dé ese tema a una carta anterior, o elija la carta misma.
error-not-opened = «{ $name }» no es un documento que se abra desde aquí. Guárdelo antes, si confía en su procedencia.
error-nothing-opens = El sistema no encontró con qué abrir «{ $name }». Guárdelo y ábralo en un programa de su elección.
error-no-picture = Eso no es una imagen. Abra la página de nuevo y guárdela.

op-add-evidence = Se agregó un respaldo de { $count ->
    [one] { $name }
   *[other] { $count } firmas
  }
op-remove-evidence = Se quitó un respaldo de { $name }
op-log-outreach = { $kind ->
    [ask] Se anotó que se invitó a { $count ->
        [one] { $name }
       *[other] { $count }
      }
    [reminder] Se anotó un recordatorio a { $count ->
        [one] { $name }
       *[other] { $count }
      }
    [call] Se anotó una llamada a { $count ->
        [one] { $name }
       *[other] { $count }
      }
    [receipt] Se anotó un acuse de recibo a { $count ->
        [one] { $name }
       *[other] { $count }
      }
    [delivered] Se anotó la copia final a { $count ->
        [one] { $name }
       *[other] { $count }
      }
    [thanks] Se anotaron las gracias a { $count ->
        [one] { $name }
       *[other] { $count }
      }
   *[note] Se agregó una nota sobre { $count ->
        [one] { $name }
       *[other] { $count } firmas
      }
  }
op-set-chase-after = Se dejó para más tarde { $count ->
    [one] { $name }
   *[other] { $count } firmas
  }
op-move-deadline = Se movió el { $which ->
    [soft] plazo para responder
   *[hard] plazo final
  } de «{ $title }»

# Por qué no se pregunta a alguien salvo que se elija.
asking-never-signs = Nunca firma sobre { $topic }
asking-declined = No firmó «{ $title }»
asking-ask-first = Prefiere una llamada antes
asking-former = Fue miembro
asking-nobody-to-write-to = Allí no se puede escribir a nadie

# Por qué hay que insistir hoy.
followup-no-answer = { $days ->
    [0] Se invitó hoy, sin respuesta
    [one] Sin respuesta desde ayer
   *[other] Sin respuesta desde hace { $days } días
}
followup-board-date = { $days ->
    [one] Iba a responder ayer
   *[other] Iba a responder hace { $days } días
}
followup-unwritten = { $days ->
    [0] Dijo que sí, aún no por escrito
    [one] Dijo que sí ayer, no por escrito
   *[other] Dijo que sí hace { $days } días, no por escrito
}
followup-deadline-soft = { $days ->
    [0] Las respuestas vencen hoy
    [one] Las respuestas vencen mañana
   *[other] Las respuestas vencen en { $days } días
}
followup-deadline-soft-passed = { $days ->
    [one] Las respuestas vencían ayer
   *[other] Las respuestas vencían hace { $days } días
}
followup-deadline-hard = { $days ->
    [0] La carta se cierra hoy
    [one] La carta se cierra mañana
   *[other] La carta se cierra en { $days } días
}
followup-reconfirm = Falta su sí al nuevo texto
followup-reconfirm-by = { $days ->
    [0] Falta su sí al nuevo texto, para hoy
    [one] Falta su sí al nuevo texto, para mañana
   *[other] Falta su sí al nuevo texto, en { $days } días
}
followup-reconfirm-lapsed = { $days ->
    [one] No dio su sí al nuevo texto hasta ayer, y queda fuera
   *[other] El plazo para dar su sí al nuevo texto pasó hace { $days } días; queda fuera
}
followup-to-ask = Aún sin invitar
followup-to-ask-slow = Aún sin invitar, y tarda { $days ->
    [one] un día
   *[other] { $days } días
  } en decidir

# Más que encuentra la revisión.
check-sent-and-withdrawn = «{ $name }» { $status ->
    [declined] dijo que no
   *[other] retiró su firma
}, y la edición { $edition } la nombra. Congele una edición corregida y envíela.
check-twice = «{ $name }» y «{ $other }» son el mismo nombre. Una las dos, o quite una.
check-perhaps-twice = «{ $name }» y «{ $other }» pueden ser la misma. Una las dos, o diga que no lo son.
check-name-changed = «{ $name }» se confirmó como «{ $before }». Verifique que aceptaron el cambio.
check-may-opt-out = { $count ->
    [one] Una de la lista todavía puede objetar la nueva versión.
   *[other] { $count } de la lista todavía pueden objetar la nueva versión.
  } Espere hasta ese día, o pregunte.
check-late = { $count ->
    [one] Una de la lista confirmó después del plazo.
   *[other] { $count } de la lista confirmaron después del plazo.
  } Verifique que se aceptan firmas tardías.

# Qué cambia entre dos ediciones, para un correo.
edition-same-names = La lista de firmantes no ha cambiado.
edition-added = { $count ->
    [one] Se agrega: { $names }.
   *[other] Se agregan ({ $count }): { $names }.
}
edition-removed = { $count ->
    [one] Ya no está en la carta: { $names }.
   *[other] Ya no están en la carta ({ $count }): { $names }.
}
edition-renamed-name = «{ $before }» como «{ $after }»
edition-renamed = Ahora figura de otro modo: { $names }.

# La tabla de organizaciones y cartas como archivo.
matrix-organization = Organización
matrix-signed = Cartas firmadas
matrix-status = { $status ->
    [to-ask] por invitar
    [asked] invitada
    [considering] lo está pensando
    [said-yes] dijo que sí
    [confirmed] firmó
    [declined] no firma
   *[withdrawn] retiró su firma
}

# La línea de órdenes sobre el registro.
cli-name-changed = «{ $name }» se confirmó como «{ $before }». Verifique que aceptaron el cambio.
cli-nobody-to-chase = Hoy no hace falta escribir a nadie.

# En qué se apoya una entrada de la lista.
ground-reason = Por un motivo indicado: { $reason }
ground-evidence = { $via ->
    [email] Un correo
    [form] Un formulario
    [phone] Una llamada
    [paper] Un papel
    [meeting] Una reunión
    [list] Una lista
   *[other] Un respaldo
} del { $day }{ $version ->
    [none] { "" }
   *[other] , para la versión { $version }
}

# Lo que una importación no puede decidir.
consent-withdrew = { $name } retiró su firma{ $day ->
    [none] { "" }
   *[other] { " " }el { $day }
}. Aquí aparece otra vez. Acéptelo solo si después dijeron que sí.
consent-declined = { $name } dijo que no firma{ $day ->
    [none] { "" }
   *[other] { " " }el { $day }
}. Aquí aparece otra vez. Acéptelo solo si después dijeron que sí.
consent-refused-before = { $name } dijo que no el { $day }, y aquí no hay nada más reciente. Acéptelo solo si después dijeron que sí.
consent-yes-to-no = { $name } ya firmó. Aquí dice que no. Acéptelo solo si lo dijeron ellos mismos.
consent-name = { $name } es como se imprime. Aquí está escrito «{ $given }». Acéptelo solo si quieren aparecer así.
consent-older-text = { $name } lo dijo antes del texto que pide un nuevo sí. Acéptelo solo si dijeron que sí al último texto.
consent-taken-off = { $name } estaba en esta carta y se quitó. Aquí aparece otra vez. Acéptelo para ponerlo de nuevo.
import-flag-condition = Un sí con una condición; se marca «Lo está pensando»: «{ $text }»
import-flag-second-signer = { $name } ya firmó por la organización; se guardan los dos nombres y cuenta una sola vez.
import-mail-yes = El mensaje parece decir que sí. Léalo y acéptelo si es así.
import-mail-yes-but = El mensaje parece decir que sí con una condición. Léalo antes de anotar nada.
import-mail-not-yet = El mensaje parece decir que todavía no hay decisión.
import-mail-no = El mensaje parece decir que no.
import-mail-question = El mensaje parece hacer una pregunta, sin decir ni sí ni no.
import-mail-automatic = Es una respuesta automática. Nadie ha contestado todavía.
import-mail-delivery-failure = El mensaje no se pudo entregar. Revise la dirección e invite de nuevo.
import-mail-unclear = El mensaje no dice claramente ni sí ni no. Léalo y decida.
error-verify-empty = Diga quién lo verificó y cómo, por ejemplo «por teléfono, con su directora».
op-verify-authority = Se verificó quién firmó por { $name }
op-set-unnamed = { $unnamed ->
    [yes] Se dejó sin nombrar a { $count ->
        [one] { $name }
       *[other] { $name } y { $count } en total
    }
   *[no] Se volvió a nombrar a { $count ->
        [one] { $name }
       *[other] { $name } y { $count } en total
    }
}
op-settle-finding = Se aceptó una observación sobre «{ $title }»

check-no-ground = { $name } está confirmada, pero su respaldo ya no está o es anterior a su último no, y por eso queda fuera. Archive de nuevo el sí por escrito.
check-other-domain = La respuesta de { $name } llegó de { $fact }, que no es el dominio de su sitio web. Verifique que vino de ellos.
check-free-mail = La respuesta de { $name } llegó de una dirección de correo gratuito ({ $fact }). Verifique que vino de ellos.
check-signer-not-there = { $fact } firmó por { $name }, pero no figura entre sus personas. Verifique que puede firmar por la organización.
check-signer-may-not-sign = { $fact } firmó por { $name }, pero no figura como alguien que puede firmar. Verifíquelo, o indique que puede.
check-first-contact = { $name } nunca había estado en contacto con usted. Verifique que respondió alguien que puede firmar por la organización.
check-former-organization = { $name } está marcada como miembro anterior. Verifique que todavía existe y que todavía firma.
check-list-only = { $count ->
    [one] Una firma viene solo de una lista. Pídala por escrito, o acepte la lista e indique quién responde por ella.
   *[other] { $count } firmas vienen solo de una lista. Pídalas por escrito, o acepte la lista e indique quién responde por ella.
}
check-asked-by-import = Una importación dice de { $name } algo distinto de lo que está anotado aquí. Decídalo, o acepte lo anotado.
error-settle-empty = Diga quién acepta esta observación y por qué.
error-settle-no-ground = Esto no se puede aceptar: nada por escrito sustenta esta firma. Confírmela con algo por escrito o quítela de la lista.
cli-settled = { $message } (aceptado por { $by }: { $word })
cli-unnamed-editions = Las ediciones congeladas antes todavía la nombran: { $editions }.
error-merge-no-ground = { $name } dijo que no en «{ $title }» después del sí elegido. Tome el no, o archive primero el nuevo sí.

## Escribir a la gente

error-template-empty = El mensaje está vacío. Escríbalo, o vuelva al texto original.
error-template-syntax = La línea { $line } no se puede leer. Un campo se escribe {"{{"} organization {"}}"}, una condición {"{%"} if deadline {"%}"} … {"{%"} endif {"%}"}.
error-template-unknown = No hay ningún campo { $names }. Hay: { $fields }.
error-template-missing = No hay nada para { $names }. Complételo, o quítelo del texto.
error-template-long = El texto es demasiado largo para enviarlo. Acórtelo.
error-form-address = Esta no es la dirección de un formulario. Copie de su formulario la dirección precargada que empieza por https://.
error-form-short = Una dirección corta no lleva respuestas. Ábrala y copie la dirección precargada larga.
error-form-no-code = Ninguna respuesta de esta dirección dice CODE. En su formulario haga un enlace precargado, escriba CODE en el campo del código y pegue el enlace aquí.
error-form-twice = { $word } está en varias respuestas. Escríbalo en un solo campo.
error-address-attachments = Un enlace no lleva archivos adjuntos. Ábralo como borrador.
error-address-plus = Outlook en la web convierte un signo más en un espacio. Cópielo, o ábralo como borrador.
error-address-long = Este mensaje da un enlace de { $length } caracteres; se sabe que se abren hasta { $most }. Cópielo, o ábralo como borrador.
error-draft-nobody = No hay a quién escribir.
error-nobody-waits = Nadie en el escritorio espera todavía un mensaje.
error-group-of-several = Un mensaje a un grupo es sobre una carta y con un solo propósito. Comience con filas de una sola carta.
error-no-message-can-go = Ninguno de estos mensajes puede salir. { $fault }
draft-day = { $day }
draft-moment = { $day }, { $hour } (hora de { $city })
draft-your-organization = su organización
draft-usual-name = su nombre habitual; dígame si es otro
draft-reply = Responda SÍ, o escriba qué hay que cambiar.
draft-link-yes = Sí, tal como está
draft-link-but = Sí, pero cambien …
draft-link-no = No
draft-answer-yes = Sí, tal como está: { $name }
draft-answer-but = Sí, pero cambien: { $name }
draft-answer-no = No: { $name }
draft-answer-yes-text = Sí. Aparecemos como: { $name }
    Firma: { $signer }
    Cargo: { $title }
    Tengo autorización para firmar por { $name }.
draft-answer-but-text = Sí, siempre y cuando cambien esto:

    Aparecemos como: { $name }
    Firma: { $signer }
    Cargo: { $title }
    Tengo autorización para firmar por { $name }.
draft-answer-no-text = No, { $name } no firma.
draft-bad-address = No se puede enviar ningún mensaje a «{ $email }». Corrija la dirección.
draft-dead-address = Los mensajes a { $name } rebotan. Busque otra dirección, o a otra persona allí.
draft-no-address = No hay dirección de { $name }. Agregue una, o llame.
draft-do-not-contact = No escriba por «{ $name }»: pidieron que no se les contacte.
draft-nobody = No se sabe a quién escribir por «{ $name }». Agregue a una persona.
draft-gap = Usted le escribió hace poco a «{ $name }». Espere hasta el { $day }.
draft-ask-first = «{ $name }» pidió una llamada antes de que se le escriba.
draft-nothing-to-attach = La carta no tiene texto que adjuntar. Péguelo en la página Texto de la carta, o no adjunte nada.
draft-not-in-edition = «{ $name }» no está en la edición { $edition }, la copia que salió.
draft-status = «{ $name }» está { $status ->
    [to-ask] por invitar
    [asked] marcada como invitada
    [considering] pensándolo
    [said-yes] con un sí sin escrito
    [confirmed] confirmada
    [declined] con un no
   *[withdrawn] retiró su firma
  }: este mensaje quizá no convenga.
calendar-soft = Respuestas: { $title }
calendar-hard = Cierra: { $title }
calendar-expected = Respuesta esperada: { $name }
pace-reached = { $confirmed } confirmadas; se alcanzó la meta de { $goal }.
pace-open = { $confirmed } de { $goal } confirmadas, faltan { $left }; { $last } en la última semana.
pace-today = { $confirmed } de { $goal } confirmadas, faltan { $left } hoy.
pace-left = { $confirmed } de { $goal } confirmadas, faltan { $left } en { $days ->
    [one] un día
   *[other] { $days } días
  }: bastarían { $week } por semana, en la última llegaron { $last }.

## Respuestas que llegaron

answer-too-many = Hay más de { $most } mensajes en este archivo. Tome menos de una vez.
answer-foreign-code = El código en lo citado es el de «{ $name }», y quien escribe no consta allí.
answer-automatic-no-yes = Ninguna persona escribió este mensaje: no puede ser un sí.
answer-no-id = Este mensaje no tiene identificador propio, así que no se puede aprender nada de él.
seal-signed = Este mensaje trae una firma digital. No se ha verificado.
seal-closed = Este mensaje está sellado con una firma o cifrado, así que aquí no se puede leer. Ábralo en su programa de correo, copie lo que dice y péguelo.
seal-encrypted = Este mensaje está cifrado y aquí no se puede leer. Ábralo en su programa de correo, copie lo que dice y péguelo; o pídalo sin cifrar.
import-other-letter = Su código corresponde a una invitación para «{ $title }». Impórtelo allí.

op-set-template = Se cambió el texto para { $kind ->
    [ask] invitar
    [reminder] recordar
    [in-writing] un sí por escrito
    [reconfirm] un nuevo sí
    [receipt] el acuse de recibo
    [delivered] la copia final
   *[thanks] agradecer
  }
op-reset-template = Se volvió al texto original para { $kind ->
    [ask] invitar
    [reminder] recordar
    [in-writing] un sí por escrito
    [reconfirm] un nuevo sí
    [receipt] el acuse de recibo
    [delivered] la copia final
   *[thanks] agradecer
  }
op-make-codes = Se dio código a { $count ->
    [one] una invitación
   *[other] { $count } invitaciones
  }
op-start-desk = { $count ->
    [one] Se puso un borrador
   *[other] Se pusieron { $count } borradores
  } en el escritorio
op-finish-desk = Se marcó el último borrador como enviado
op-step-desk = Se abrió el borrador a { $name }
op-take-back-draft = Se anotó que el borrador a { $name } no se envió
op-set-desk-item = Se cambió el borrador a { $name }
op-clear-desk = Se vació el escritorio
op-accept-answer = Se registró la respuesta de { $name }{ $status ->
    [considering] {" "}como que lo piensa
    [confirmed] {" "}como un sí
    [declined] {" "}como un no
    [withdrawn] {" "}como un sí retirado
   *[other] {""}
  }
op-learn-sent = Se anotó el mensaje enviado a { $name }

cli-code-unknown = Ninguna invitación tiene el código { $code }. Revise cada carácter.
cli-answer-unknown = No se sabe de quién es esta respuesta. Indique --letter y --organization; puede ser: { $names }
cli-no-such-number = No hay número { $number }. Primero haga la lista.
cli-attachment-large = { $name } pasa de 25 MB. Envíe un enlace.
cli-attached-nowhere = Solo los archivos de borrador llevan adjuntos. Adjunte { $name } en el programa que envía los mensajes.
cli-no-dir = Indique la carpeta de los borradores con --dir.
cli-onto-input = { $file } es el archivo que se está leyendo, y no se puede escribir encima. Elija otro nombre.
error-nothing-opens-mail = Esta computadora no tiene un programa de correo configurado. Copie el mensaje.
draft-test-subject = Borrador de prueba de Undersigned
draft-test-text = Si lee esto en un borrador que podría enviar, responda que sí en Undersigned. Luego descarte el borrador.
answer-gone = Esta respuesta ya se registró.
