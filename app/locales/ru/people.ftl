# Человек: регистрация и профиль.
people-given-name = Имя
people-surname = Фамилия
people-born = Дата рождения
people-born-hint = Например, 14 3 1985. Будет в сертификате.
people-birth-place = Место рождения
people-birth-place-hint = Населённый пункт. Будет в сертификате.
people-phone = Телефон
people-phone-hint = Мы позвоним, только если что-то изменится в последний момент.
people-street = Улица и дом
people-postal-code = Почтовый индекс
people-city = Населённый пункт
people-workplace = Место работы
people-workplace-hint = Только для тех, кто учится по работе; родители оставляют поле пустым. Введите часть названия и город, например «przedszkole 12 bialystok», и нажмите «Найти». Регистр и диакритические знаки не важны.
people-workplace-find = Найти место работы
people-workplace-which = Какое место работы?
people-workplace-typed = Нет в списке, записать как введено
people-workplace-none = Такого места нет в нашем списке. Мы запишем его так, как оно введено.
people-language = Язык
people-language-hint = На этом языке вы увидите страницы и получите письма.

people-register-title = Регистрация
people-register-lead = Это займёт около трёх минут. Одним аккаунтом вы записываете своих детей и сами участвуете в обучении. Здесь введите собственные данные, как в документе; детей вы добавите потом.
people-register-have-one = Уже есть аккаунт?
people-register-you = Ваши данные
people-register-sign-in = Вход
people-register-button = Зарегистрироваться
people-email-hint = На этот адрес мы пришлём ссылку, которая включит аккаунт.
people-consent-text = Даю согласие на обработку моих данных для записи меня и детей, за которых я действую, для связи по этому поводу и выдачи сертификатов.
people-consent-more = Подробнее о персональных данных

people-profile-title = Мой профиль
people-profile-lead = Имя, фамилия, дата и место рождения попадают в сертификаты. Уже выданные сертификаты не изменятся.
people-profile-sign-in = Вход
people-profile-email = Сменить почту
people-profile-password = Сменить пароль
people-profile-tokens = Токены для программ
people-profile-devices = Устройства, на которых выполнен вход
people-profile-button = Сохранить
flash-profile-saved = Изменения сохранены.

people-start-title = С чего начать?
people-start-lead = Аккаунт подходит для обоих дел: для ваших детей и для вас.
people-start-child = Записать ребёнка
people-start-child-how = Добавьте ребёнка один раз. Потом вы подаёте на него заявки в любые учреждения и видите здесь, как продвигается каждая.
people-start-training = Учиться самому
people-start-training-how = Найдите программу обучения и нажмите «Записаться». Анкета, материалы и сертификат потом будут на странице «Мои программы».
people-start-later = И то и другое всегда есть в меню, так что ничего не пропадёт, если вы вернётесь в другой день.
